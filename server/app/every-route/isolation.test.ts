import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeEvent } from '../../../domain/audit/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { engines, postgres } from '../../store/testing/test-engines.ts'
import { everybody, isSeenBy, layOut, oneOfEachKind, type Thing } from '../testing/isolation-scene.ts'
import type { Sight } from '../testing/isolation-sights.ts'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import { giveSubscription } from '../testing/bought.ts'
import { companies, type CompanyKey, organizationId, type Person, personId, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const rows = Object.entries(isolation) as [RouteKey, Sight][]
const routesOf = <Of extends Sight['of']>(of: Of) =>
  rows.filter((entry): entry is [RouteKey, Extract<Sight, { of: Of }>] => entry[1].of === of)

describe.each(engines)('isolation on $name', (engine) => {
  // The engines differ in SQL, not in who asks.
  const people = engine === postgres ? everybody : oneOfEachKind
  let world: World
  let things: Thing[]
  let asked = 0
  const callers = new Map<Person, Call>()
  beforeAll(async () => {
    world = await openWorld({}, engine)
    things = await layOut(world)
    for (const person of everybody) callers.set(person, await world.as(person))
  })
  afterAll(() => world.close())

  const as = (person: Person) => callers.get(person) ?? world.guest
  type Asked = { id?: string; body?: unknown; type?: string; query?: string; headers?: Record<string, string> }
  const ask = (call: Call, key: RouteKey, { id = '', body, type, query = '', headers = {} }: Asked = {}) => {
    asked += 1
    const [method = '', path = ''] = key.split(' ')
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const plain = body === undefined || method === 'GET'
    const ids = id.split(' ').values()
    return call(path.replaceAll(/\{\w+\}/g, () => ids.next().value ?? id) + query, {
      method, ...(plain ? { headers } : { body: text, headers: { 'Content-Type': type ?? 'application/json', ...headers } }),
    })
  }
  const hidden = (person: Person) => things.filter((thing) => !isSeenBy(thing, person))
  const leaked = (text: string, among: readonly Thing[]) =>
    among.filter(({ id }) => text.includes(id)).map(({ noun, text: name }) => `${noun} ${name}`)
  const stored = () => world.db.selectFrom('customers').selectAll().orderBy('partner_id').orderBy('id').execute()

  it('every route of the API has its row, and no row is without its route', () => {
    const routes = world.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replace(
      '/api', '',
    ).replace(/:(\w+)/g, '{$1}')}`)
    expect([...new Set(routes)].toSorted()).toEqual(Object.keys(isolation).toSorted())
  })

  it('signed out, nothing answers but what is open to everybody', async () => {
    const tokens = [undefined, 'x'.repeat(43)]
    for (const [key, sight] of rows) {
      const isOpen = sight.of === 'nobody' || sight.of === 'link'
      const body = 'body' in sight ? sight.body : undefined
      await Promise.all(tokens.map(async (token) => {
        const call = token === undefined ? world.guest : world.withToken(token)
        const answer = await ask(call, key, { id: things[0]?.id ?? '', body, ...('type' in sight && { type: sight.type }) })
        expect([key, answer.status === 401, leaked(await answer.text(), things)], `${answer.status}`).toEqual([key, !isOpen, []])
      }))
    }
  })

  describe.each(people)('%s', (person) => {
    it('lists, totals and searches hold its own rows and all of them', async () => {
      for (const [key, { noun, search }] of routesOf('own rows')) {
        const own = things.filter((thing) => thing.noun === noun && isSeenBy(thing, person))
        const text = await (await ask(as(person), key, { query: '?limit=200' })).text()
        expect([key, leaked(text, hidden(person))]).toEqual([key, []])
        const page = JSON.parse(text) as Page<{ id: string }>
        expect(page.items.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
        expect(page.total).toEqual({ count: own.length, capped: false })
        for (const thing of search ? things.filter((each) => each.noun === noun) : []) {
          const found = (await (await ask(as(person), key, { query: `?search=${thing.text}` })).json()) as Page<unknown>
          expect([thing.text, found.total.count]).toEqual([thing.text, isSeenBy(thing, person) ? 1 : 0])
        }
      }
    })

    it('its events are about its own rows', async () => {
      for (const [key] of routesOf('own events')) {
        const text = await (await ask(as(person), key, { query: '?limit=200' })).text()
        expect(leaked(text, hidden(person))).toEqual([])
      }
    })

    it('reaches one row only when it is its own', async () => {
      for (const [key, { noun, ...given }] of routesOf('one row'))
        await Promise.all(things.filter((each) => each.noun === noun).map(async (thing) => {
          const { status } = await ask(as(person), key, { ...given, id: thing.id })
          expect([key, thing.text, status === 404], `${status}`).toEqual([key, thing.text, !isSeenBy(thing, person)])
        }))
    })

    it('cannot tell what is somebody else’s from what is not there', async () => {
      await Promise.all(routesOf('one row').map(async ([key, { noun, ...given }]) => {
        const foreign = hidden(person).find((each) => each.noun === noun)
        if (!foreign) return
        const answers = await Promise.all([foreign.id, crypto.randomUUID()].map((id) => ask(as(person), key, { ...given, id })))
        const [one, other] = (await Promise.all(answers.map((answer) => answer.json()))) as { requestId: string }[]
        expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' })
      }))
    })

    it('finds no partner that does not work for it, and no difference to an organisation that is none', async () => {
      for (const [key] of routesOf('own partner'))
        await Promise.all([...(Object.keys(companies) as CompanyKey[]).map(organizationId), crypto.randomUUID()].map(async (id) => {
          const answer = await ask(as(person), key, { id })
          expect([key, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([key, 404, 'partner.not_found'])
        }))
    })

    it('ends no session but its own', async () => {
      const sessions = await world.db.selectFrom('sessions').select('id')
        .where('user_id', '!=', personId(everybody.indexOf(person))).execute()
      for (const [key] of routesOf('own session'))
        await Promise.all(sessions.map(async ({ id }) => {
          const answer = await ask(as(person), key, { id: id ?? '' })
          expect([key, answer.status]).toEqual([key, 404])
        }))
    })

    it('is told about itself alone', async () => {
      const routes = [...routesOf('self'), ...routesOf('nobody').filter(([each]) => each.startsWith('GET'))]
      for (const [key, sight] of routes) {
        const text = await (await ask(as(person), key, sight)).text()
        expect([key, leaked(text, things)]).toEqual([key, []])
      }
    })
  })

  describe('whoever holds a link', () => {
    let token = ''
    beforeAll(async () => {
      const made = (await (await as('provider.sales')('/invitations', { json: draft({ reusable: true }) })).json()) as InvitationWithLink
      things.push({ noun: 'invitations', id: made.id, text: 'no note', seenBy: ['contoso'] })
      token = tokenIn(made.link)
    })

    it.each([...people, undefined])('sees what it asks and nothing of whoever made it: %s', async (person) => {
      const call = person ? as(person) : world.guest
      for (const [key] of [...routesOf('link'), ...(person ? routesOf('link, signed in') : [])]) {
        const sight = isolation[key]
        const body = 'body' in sight ? sight.body : {}
        const right = await ask(call, key, { id: token, body })
        const leaks = leaked(await right.text(), person ? hidden(person) : things)
        expect([key, right.status === 404, leaks]).toEqual([key, false, []])
        expect([key, (await ask(call, key, { id: 'x'.repeat(43), body })).status]).toEqual([key, 404])
      }
    })
  })

  it('news reach those who may see what they are about, and nobody else', async () => {
    const stop = new AbortController()
    const heard = new Map(everybody.map((person) => [person, listen(as(person), stop.signal)]))
    await Promise.all([...heard.values()].map(({ started }) => started))
    const make = async (person: Person, changes: object, ...seenBy: CompanyKey[]) => {
      const { id } = (await (await as(person)('/invitations', { json: draft({ ...changes }) })).json()) as { id: string }
      things.push({ noun: 'invitations', id, text: 'no note', seenBy })
      return id
    }
    const through = { delivery: 'via_reseller', includeDap: true }
    await make('direct.admin', {}, 'adatum')
    await make('provider-cn.admin', { ...through, resellerId: organizationId('alpine') }, 'woodgrove', 'alpine')
    await make('direct-de.admin', { ...through, resellerId: organizationId('wingtip') }, 'fabrikam', 'wingtip')
    const last = await make('provider.sales', {}, 'contoso')
    await expect.poll(() => heard.get('provider.admin')?.news.some(({ id }) => id === last), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => heard.get('reseller-de.admin')?.news.length, { timeout: 10_000 }).toBeGreaterThan(0)
    stop.abort()
    for (const [person, { news }] of heard) expect([person, leaked(JSON.stringify(news), hidden(person))]).toEqual([person, []])
    expect(heard.get('customer.globaladmin')?.news).toEqual([])
  })

  it.each(people)('what %s makes changes no row of anybody else, and says nothing about it', async (person) => {
    const foreign = hidden(person).find(({ noun }) => noun === 'customers')
    for (const [key, { body, type }] of routesOf('new rows')) {
      const theirs = async () => (await stored()).filter((line) => line.id === foreign?.id)
      const before = await theirs()
      const nothing = crypto.randomUUID()
      const [about, aboutNothing] = await Promise.all([foreign?.id, nothing].map((id) => ask(as(person), key, {
        body: (typeof body === 'string' ? body : JSON.stringify(body)).replaceAll('{foreign}', id ?? ''), ...(type && {
          type, query: '?dryRun=true',
        }),
      })))
      expect([key, about?.status]).toEqual([key, aboutNothing?.status])
      expect(withoutIds(await about?.text(), foreign?.id)).toEqual(withoutIds(await aboutNothing?.text(), nothing))
      expect(await theirs()).toEqual(before)
    }
  })
  /** Strips ids and names made of them, times, links, access tokens and secrets of webhooks. */
  const withoutIds = (text = '', named = '') =>
    text
      .replaceAll(named, 'named')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|accept\/[\w-]{43}|join\/[\w/-]+|\d\d:\d\d:\d\d\.\d{3}/g, '…')
      .replaceAll(/tess_pat_[\w-]{43}|whsec_[\w+/]{43}=|(?<="lastFour":")[\w+/-]{4}/g, '…')
      .replaceAll(named.slice(-12), 'named')

  it('by basis: of whom a partner only says that it is its customer it gets its own row, and one answer whoever that is', async () => {
    const known = tenantId('lucerne')
    const unknown = crypto.randomUUID()
    const secret = await giveSubscription(world.db, known, 'contoso')
    for (const id of [known, unknown])
      await giveCustomer(world.db, 'wideworld', id, 'Said', 'reseller', { basis: 'said_by_partner', domain: 'said.example' })
    for (const [key, sight] of routesOf('one row')) {
      if (sight.noun !== 'customers') continue
      const { unconfirmed, ...given } = sight
      const [one, other] = await Promise.all([known, unknown].map(async (id) => {
        const named = key.includes('{sid}') ? `${id} ${secret.id}` : id
        const answer = await ask(as('provider-br.admin'), key, { ...given, id: named })
        const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '').replaceAll(id, 'the tenant')
        return { status: answer.status, text }
      }))
      expect([key, one]).toEqual([key, other])
      expect([key, one?.status === 403 && one.text.includes('customer.not_confirmed')]).toEqual([key, unconfirmed === 'closed'])
      expect([key, leaked(one?.text ?? '', hidden('provider-br.admin')), one?.text.includes(secret.id)]).toEqual([key, [], false])
    }
  })

  it('an import changes the importer’s list alone', async () => {
    const before = await stored()
    const taken = before.map(({ id }) => `${id},Taken over,taken.example,Advisor`)
    const csv = ['Microsoft ID,Company name,Primary domain name,Relationship', ...taken].join('\n')
    const answer = await as('direct.admin')('/customers/import', { method: 'POST', body: csv, headers: { 'Content-Type': 'text/csv' } })
    expect(answer.status).toBe(200)
    const adatum = before.find(({ company_name }) => company_name === 'Citrine')?.partner_id
    const others = (lines: typeof before) => lines.filter(({ partner_id }) => partner_id !== adatum)
    expect(others(await stored())).toEqual(others(before))
  })

  it('is more than 11,000 requests by all, or more than 4,000 by one of each kind', () => {
    expect(oneOfEachKind).toHaveLength(9)
    expect(asked).toBeGreaterThan(people === everybody ? 11_000 : 4_000)
  })
})

/** Reads the event stream; `started` resolves with the first bytes. */
function listen(call: Call, signal: AbortSignal) {
  const news: ChangeEvent[] = []
  let begin = () => {}
  const started = new Promise<void>((resolve) => { begin = resolve })
  void (async () => {
    const { body } = await call('/events', { signal })
    let rest = ''
    for await (const bytes of body ?? []) {
      begin()
      const lines = (rest + new TextDecoder().decode(bytes)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) news.push(JSON.parse(line.slice(6)) as ChangeEvent)
    }
  })()
  return { news, started }
}
