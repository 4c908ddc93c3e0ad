import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import { companies, type Person } from '../testing/people.ts'
import { ofIdentityProviders, routeDeeds, type RouteDeed } from '../testing/route-deeds.ts'
import { storeDigest } from '../testing/store-digest.ts'
import { openWorld, type World } from '../testing/world.ts'

const routes = (Object.keys(isolation) as RouteKey[]).filter((key) => key !== 'GET /events')
/** One person of every role in every kind of organisation, and the authors of the deeds. */
const everybody = [
  ...new Map(
    Object.values(companies).flatMap(({ kind, people }) =>
      Object.entries(people).map(([person, role]): [string, Person] => [`${kind} ${role}`, person as Person])),
  ).values(),
]
const minutes = 60_000

describe('asking what became of a call', () => {
  let world: World
  let deeds: Partial<Record<RouteKey, RouteDeed>>
  const tokens = new Map<Person, string>()

  beforeAll(async () => {
    world = await openWorld()
    deeds = await routeDeeds(world)
    for (const person of [...everybody, ...Object.values(deeds).map(({ by }) => by)]) tokens.set(person, await world.signIn(person))
  })
  afterAll(() => world.close())

  const ask = (key: RouteKey, person: Person | undefined, more: Record<string, string> = {}) => {
    const [method = '', path = ''] = key.split(' ')
    const { path: own, body, type = 'application/json', headers }: RouteDeed = deeds[key] ?? { by: 'provider.admin' }
    const call = person ? world.withToken(tokens.get(person) ?? '') : world.guest
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return call(own ?? path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID()), {
      method, ...(text !== undefined && { body: text }),
      headers: { ...(text !== undefined && { 'Content-Type': type }), ...headers, ...more },
    })
  }
  const changed = async (work: () => Promise<unknown>) => {
    const before = await storeDigest(world.db)
    await work()
    const after = await storeDigest(world.db)
    return Object.keys(after).filter((table) => after[table] !== before[table])
  }

  it.each(routes)('%s does nothing, whoever asks, with and without a key', async (key) => {
    // Sessions extend their idle end at most once a minute.
    world.wait(2 * minutes)
    const statuses = new Set<number>()
    const written = await changed(async () => {
      for (const person of new Set([...everybody, deeds[key]?.by, undefined]))
        for (const named of [{}, { 'Idempotency-Key': `never ${key}` }]) {
          const { status } = await ask(key, person, { 'Idempotency-Recall': 'true', ...named })
          statuses.add(status)
        }
    })
    expect([written, [...statuses].filter((status) => status < 400 || status >= 500)]).toEqual([[], []])
  })

  const writes = routes.filter((key) => !key.startsWith('GET') && !ofIdentityProviders.includes(key))
  it.each(writes)('%s does its work without the header, and its answer is recalled', async (key) => {
    const { by } = deeds[key] ?? { by: 'provider.admin' as const }
    tokens.set(by, await world.signIn(by))
    const named = { 'Idempotency-Key': `once ${key}` }
    let first = new Response()
    const written = await changed(async () => {
      first = await ask(key, by, named)
    })
    const told = await gistOf(first)
    expect([first.ok, told]).toEqual([true, told])
    expect([key, written.length > 0]).toEqual([key, !readsOnly.includes(key)])
    tokens.set(by, await world.signIn(by))
    let second = new Response()
    world.wait(2 * minutes)
    expect(await changed(async () => {
      second = await ask(key, by, { ...named, 'Idempotency-Recall': 'true' })
    })).toEqual([])
    const recalled = await gistOf(second)
    expect(forgets.includes(key) ? second.status : recalled).toEqual(forgets.includes(key) ? 404 : told)
  })
})

/** Compares responses but for whether an item was made now or before. */
const gistOf = async (answer: Response) =>
  `${answer.status} ${(await answer.text()).replaceAll('"outcome":"created"', '"outcome":"already_created"')}`

/** Not a GET, yet it changes nothing. */
const readsOnly: RouteKey[] = ['POST /invitations/{id}/message']
/** Routes without idempotency records: repeating is harmless, and a recall finds nothing. */
const forgets: RouteKey[] = [
  'POST /session', 'DELETE /session', 'DELETE /session/sessions', 'DELETE /session/sessions/{id}', 'POST /customers/import',
  'POST /invitations/{id}/message', 'POST /acceptance/{token}/open', 'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}',
  'POST /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}',
]
