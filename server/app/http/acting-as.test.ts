import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personOf } from '../../../domain/session/actor.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Session } from '../../../domain/session/schemas.ts'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import type { Person } from '../testing/people.ts'
import { routeDeeds, type RouteDeed } from '../testing/route-deeds.ts'
import { storeDigest } from '../testing/store-digest.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const open = async () => {
  return openWorld()
}
const minute = 60_000
const hour = 60 * minute
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as Problem).code]
const who = async (call: Call) => personOf((await (await call('/session')).json()) as Session)
const other = [409, 'session.other_person']
const isAboutSession = (key: RouteKey) => key.split(' ')[1]?.startsWith('/session') === true

describe('a page that takes its reader for another person', () => {
  let world: World
  let deeds: Partial<Record<RouteKey, RouteDeed>>
  const tokens = new Map<Person, string>()
  beforeAll(async () => {
    world = await open()
    deeds = await routeDeeds(world)
    for (const { by } of Object.values(deeds)) tokens.set(by, await world.signIn(by))
  })
  afterAll(() => world.close())

  const routes = (Object.keys(isolation) as RouteKey[]).filter((key) => !isAboutSession(key))
  it.each(routes)('%s is refused, and nothing is written', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const { by, path: own, body, type = 'application/json', headers }: RouteDeed = deeds[key] ?? { by: 'provider.admin' }
    const call = world.withToken(tokens.get(by) ?? (await world.signIn(by)))
    const stranger = await who(await world.as(by === 'direct.admin' ? 'provider.sales' : 'direct.admin'))
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const ask = (as: string) =>
      call(own ?? path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID()), {
        method, ...(text !== undefined && { body: text }),
        headers: { ...(text !== undefined && { 'Content-Type': type }), ...headers, 'Idempotency-Key': key, 'Tessera-Acting-As': as },
      })
    // A used session would extend its idle end.
    world.wait(2 * minute)
    const before = await storeDigest(world.db)
    for (const as of [stranger, 'nobody', '', 'x@y']) expect(await codeOf(await ask(as))).toEqual(other)
    expect(await storeDigest(world.db)).toEqual(before)
  })
})

describe('saying who the page takes its reader to be', () => {
  let world: World
  let northwind: Call
  let sales: Call
  beforeEach(async () => {
    world = await open()
    northwind = await world.as('newcustomer.globaladmin')
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())
  const linkOf = async () => tokenIn(((await (await sales('/invitations', { json: draft() })).json()) as { link: string }).link)
  const as = (person: string) => ({ headers: { 'Tessera-Acting-As': person } })

  it('changes nothing where it is true, for somebody and for nobody', async () => {
    const token = await linkOf()
    expect((await northwind('/receipts', as(await who(northwind)))).status).toBe(200)
    expect((await world.guest(`/acceptance/${token}`, as('nobody'))).status).toBe(200)
    expect(await codeOf(await world.guest('/receipts', as('nobody')))).toEqual([401, 'session.required'])
  })

  it('keeps an acceptance from counting for whoever has signed in meanwhile in another tab', async () => {
    const token = await linkOf()
    const lucerne = await world.as('newcustomer-br.globaladmin')
    const before = await storeDigest(world.db)
    const json = { agreementAccepted: true }
    const refused = await lucerne(`/acceptance/${token}/accept`, { json, ...as(await who(northwind)) })
    const problem = (await refused.json()) as Problem
    expect([refused.status, problem.code]).toEqual(other)
    expect(problem.detail).toContain('Person newcustomer-br.globaladmin')
    expect(await storeDigest(world.db)).toEqual(before)
    const accepted = await northwind(`/acceptance/${token}/accept`, { json, ...as(await who(northwind)) })
    expect(((await accepted.json()) as Receipt).answer).toBe('accepted')
  })

  it('counts for a repeated call and for one that asks what became of it, too', async () => {
    const token = await linkOf()
    const key = { 'Idempotency-Key': 'k' }
    const call = (more: Record<string, string>) =>
      northwind(`/acceptance/${token}/accept`, { json: { agreementAccepted: true }, headers: { ...key, ...more } })
    expect((await call({})).status).toBe(200)
    const stranger = { 'Tessera-Acting-As': await who(sales) }
    expect(await codeOf(await call(stranger))).toEqual(other)
    expect(await codeOf(await call({ ...stranger, 'Idempotency-Recall': 'true' }))).toEqual(other)
    expect((await call({ 'Tessera-Acting-As': await who(northwind), 'Idempotency-Recall': 'true' })).status).toBe(200)
  })

  it('tells a page whose session has ended so, also where nobody has to be signed in', async () => {
    const token = await linkOf()
    const person = await who(northwind)
    await northwind('/session', { method: 'DELETE' })
    expect(await codeOf(await northwind(`/acceptance/${token}`, as(person)))).toEqual([401, 'session.required'])
  })

  it('has no say in asking who is signed in, signing in and signing out', async () => {
    const stranger = as(await who(sales))
    expect((await northwind('/session', stranger)).status).toBe(200)
    expect((await northwind('/session/personas', stranger)).status).toBe(200)
    expect((await northwind('/session', { json: { persona: 'direct.admin' }, ...stranger })).status).toBe(201)
    expect((await sales('/session', { method: 'DELETE', ...as('nobody') })).status).toBe(204)
  })

  it('stands in the query of an event stream, and nowhere else', async () => {
    const own = await who(northwind)
    const stop = new AbortController()
    const open200 = await northwind(`/events?actingAs=${own}`, { signal: stop.signal })
    expect(open200.status).toBe(200)
    stop.abort()
    expect(await codeOf(await northwind(`/events?actingAs=${await who(sales)}`))).toEqual(other)
    expect((await northwind(`/receipts?actingAs=${await who(sales)}`)).status).toBe(422)
  })
})

describe('the idle end of a session', () => {
  let world: World
  beforeEach(async () => { world = await open() })
  afterEach(() => world.close())
  const byItself = { headers: { 'Tessera-Unattended': '1' } }

  it('comes although the page listens and asks anew by itself, and ends the stream', async () => {
    const call = await world.as('provider.sales')
    const answer = await call('/events')
    let isOver = false
    const listening = (async () => {
      const decoder = new TextDecoder()
      let heard = ''
      for await (const bytes of answer.body ?? []) heard += decoder.decode(bytes)
      isOver = true
      return heard
    })()
    for (let passed = 1; passed < 8; passed += 1) {
      world.wait(hour)
      expect((await call('/customers', byItself)).status).toBe(200)
      expect((await call('/session', byItself)).status).toBe(200)
      expect(isOver).toBe(false)
    }
    world.wait(hour)
    expect(await listening).toContain('listening')
    expect(await codeOf(await call('/customers', byItself))).toEqual([401, 'session.required'])
  })

  it('is moved by what the person does', async () => {
    const call = await world.as('provider.sales')
    for (let passed = 0; passed < 3; passed += 1) {
      world.wait(7 * hour)
      expect((await call('/customers')).status).toBe(200)
    }
  })

  it('is not moved by somebody whom the page did not mean', async () => {
    const call = await world.as('provider.sales')
    world.wait(7 * hour)
    expect((await call('/customers', { headers: { 'Tessera-Acting-As': 'nobody' } })).status).toBe(409)
    world.wait(hour)
    expect((await call('/customers')).status).toBe(401)
  })
})

it('describes both headers at every route', async () => {
  const world = await open()
  const { paths, components } = (await (await world.guest('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { parameters?: { $ref?: string }[]; responses: object }>>
    components: { parameters: object }
  }
  await world.close()
  const named = Object.keys(components.parameters).map((name) => `#/components/parameters/${name}`)
  expect(named).toHaveLength(2)
  for (const operation of Object.values(paths).flatMap((verbs) => Object.values(verbs))) {
    expect(operation.parameters?.map(({ $ref }) => $ref)).toEqual(expect.arrayContaining(named))
    expect(operation.responses).toHaveProperty('409')
  }
})
