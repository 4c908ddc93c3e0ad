import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import { tokenScopes, type TokenScope } from '../../../domain/tokens/scopes.ts'
import type { MadeToken } from '../../../domain/tokens/schemas.ts'
import { engines, postgres } from '../../store/testing/test-engines.ts'
import { everybody, layOut, isSeenBy, type Thing } from '../testing/isolation-scene.ts'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import type { Person } from '../testing/people.ts'
import { storeDigest } from '../testing/store-digest.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

/** Nothing without a session opens what a customer or a partner answers. */
const forPeople: readonly RouteKey[] = [
  'POST /acceptance/{token}/accept', 'POST /acceptance/{token}/decline', 'POST /acceptance/{token}/hand-over',
  'POST /acceptance/{token}/question', 'POST /receipts/{id}/confirm',
  'POST /my-partners/{partnerId}/dispute', 'POST /my-partners/{partnerId}/withdraw-dispute',
  'POST /my-partners/{partnerId}/remove-delegated-admin', 'POST /my-partners/{partnerId}/grant-delegated-admin',
  'POST /customers/{id}/agreement', 'POST /customers/{id}/remove-relationship', 'POST /customers/{id}/extend-relationship',
  'POST /partnerships', 'POST /partnerships/{id}/authorize', 'POST /partnerships/{id}/remove',
  'POST /joining/{providerId}/{inviteId}/{token}/authorize', 'POST /joining/{providerId}/{inviteId}/{token}/decline',
  'POST /delegated-admin/relationships/{id}/approve',
]

/** Sessions, tokens and the organisation itself. */
const aboutPeople = /^\/(session|tokens|organization|people|role-mapping|webhooks|notices)(\/|$)/

const forAnybody = Object.entries(isolation).flatMap(([key, { of }]) => (of === 'nobody' || of === 'link' ? [key] : []))

/** What the noun of a route says that opens it. */
function scopeOf(key: RouteKey): TokenScope | 'a person' | 'anybody' {
  if (forAnybody.includes(key)) return 'anybody'
  const [method = '', path = ''] = key.split(' ')
  if (forPeople.includes(key) || aboutPeople.test(path)) return 'a person'
  if (method === 'GET' && /^\/audit(\/|$)/.test(path)) return 'audit'
  if (path === '/customers/import') return 'import'
  // It holds the link.
  if (key === 'GET /invitations/{id}/message') return 'invite'
  if (method === 'GET') return 'read'
  if (/^\/(invitations|message-templates|reminder-settings)(\/|$)/.test(path)) return 'invite'
  return /^\/delegated-admin\/|\/ask-admin-rights$/.test(path) ? 'delegated_admin' : 'a person'
}

const routes = Object.keys(isolation) as RouteKey[]
const holders = ['provider.admin', 'direct.admin', 'reseller.admin', 'customer.globaladmin'] as const
const foreign: Person = 'provider-cn.admin'

describe.each(engines)('access tokens at every route, on $name', (engine) => {
  const kinds = ['personal', 'service'] as const
  // Reading a token is the same for both: the embedded engine, which is the slower one, meets each scope by one of them.
  const kindsAt = (position: number) => (engine === postgres ? kinds : kinds.filter((_kind, each) => each === position % 2))
  let world: World
  let things: Thing[]
  const calls = new Map<string, Call>()
  let asked = 0

  beforeAll(async () => {
    world = await openWorld({}, engine)
    things = await layOut(world)
    for (const person of [...holders, foreign]) {
      const call = await world.as(person)
      const isCustomer = person.startsWith('customer')
      for (const [position, scope] of tokenScopes.entries())
        for (const kind of isCustomer && scope !== 'read' && scope !== 'audit' ? [] : kindsAt(position))
          calls.set(`${person} ${kind} ${scope}`, world.bearing(await made(call, kind, scope, isCustomer)))
    }
    const admin = await world.as('provider.admin')
    const [expired, revoked] = [await made(admin, 'service', 'read', false, 1), await made(admin, 'service', 'read')]
    const { items } = (await (await admin('/tokens?kind=service&limit=1')).json()) as { items: { id: string; etag: string }[] }
    await admin(`/tokens/${items[0]?.id}`, { method: 'DELETE', headers: { 'If-Match': items[0]?.etag ?? '' } })
    world.wait(24 * 60 * 60 * 1000)
    for (const [name, token] of Object.entries({ expired, revoked, unknown: `tess_svc_${'x'.repeat(43)}` }))
      calls.set(name, world.bearing(token))
  })
  afterAll(() => world.close())

  async function made(
    call: Call, kind: 'personal' | 'service', scope: TokenScope, isCustomer = false, expiresInDays = 30,
  ): Promise<string> {
    const roles = kind === 'service' ? { roles: [isCustomer ? 'global_admin' : 'admin_agent'] } : {}
    const answer = await call('/tokens', { json: { name: `${kind} ${scope}`, kind, scopes: [scope], expiresInDays, ...roles } })
    return ((await answer.json()) as MadeToken).token
  }

  const ask = async (name: string, key: RouteKey, id: string) => {
    asked += 1
    const sight = isolation[key]
    const [method = '', path = ''] = key.split(' ')
    const ids = id.split(' ').values()
    // The end of rights, which that row asks for, takes a person.
    const given = key === 'POST /delegated-admin/relationships/{id}/requests' ? { action: 'lockForApproval' } : undefined
    const body = given ?? ('body' in sight && method !== 'GET' ? sight.body : undefined)
    const stop = new AbortController()
    const answer = await (calls.get(name) ?? world.guest)(
      path.replaceAll(/\{\w+\}/g, () => ids.next().value ?? id) + ('query' in sight && sight.query ? sight.query : ''), {
        method, signal: stop.signal, ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'Content-Type': 'type' in sight ? 'text/csv' : 'application/json' }), 'If-Match': '"0"' },
      })
    if (answer.headers.get('Content-Type') === 'text/event-stream') {
      stop.abort()
      return { status: answer.status, code: undefined, text: '' }
    }
    const text = await answer.text()
    const isProblem = answer.headers.get('Content-Type') === 'application/problem+json'
    return { status: answer.status, code: isProblem ? (JSON.parse(text) as Problem).code : undefined, text }
  }
  const idFor = (key: RouteKey, person: Person, isOwn: boolean) => {
    const sight = isolation[key]
    const noun = 'noun' in sight ? sight.noun : undefined
    return things.find((thing) => thing.noun === noun && isSeenBy(thing, person) === isOwn)?.id ?? crypto.randomUUID()
  }

  it.each(routes)('%s names the scope that its noun says', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const found = world.app.openAPIRegistry.definitions.find((each) =>
      each.type === 'route' && each.route.path === path && each.route.method === method.toLowerCase())
    const security = found?.type === 'route' ? found.route.security : undefined
    const ofToken = security?.find((each) => 'accessToken' in each)?.['accessToken']
    expect(security === undefined ? 'anybody' : (ofToken?.[0] ?? 'a person')).toBe(scopeOf(key))
  })

  it.each(routes)('%s opens to that scope alone, for own rows alone', async (key) => {
    const scope = scopeOf(key)
    for (const person of holders) {
      const names = [...calls.keys()].filter((each) => each.startsWith(`${person} `))
      // What is open to everybody does not ask which token it is.
      await Promise.all((scope === 'anybody' ? names.slice(0, 1) : names).map(async (name) => {
        const has = name.split(' ')[2]
        const own = await ask(name, key, idFor(key, person, true))
        const refusal = own.status === 401 || own.code?.startsWith('token.') ? `${own.status} ${own.code}` : 'none'
        const expected = scope === 'a person' ? '403 token.closed' : [has, 'anybody'].includes(scope) ? 'none' : '403 token.scope_missing'
        expect([name, refusal]).toEqual([name, expected])
        if (isolation[key].of !== 'one row' || has !== scope) return
        const foreignRow = await ask(name, key, idFor(key, person, false))
        expect([name, foreignRow.status]).toEqual([name, 404])
      }))
    }
  })

  it.each(routes)('%s shows a token of another organisation nothing of these', async (key) => {
    const hidden = things.filter((thing) => !isSeenBy(thing, foreign))
    await Promise.all([...calls.keys()].filter((each) => each.startsWith(foreign)).map(async (name) => {
      const { text } = await ask(name, key, idFor(key, foreign, false))
      expect([name, hidden.filter(({ id }) => text.includes(id) && !id.includes(' ')).map(({ id }) => id)]).toEqual([name, []])
    }))
  })

  it('no route shows a token that is over anything, or does anything for it', async () => {
    await world.settled()
    const before = await storeDigest(world.db)
    for (const name of ['expired', 'revoked', 'unknown'])
      await Promise.all(routes.map(async (key) => {
        const { status, code } = await ask(name, key, things[0]?.id ?? '')
        expect([key, name, status, code]).toEqual([key, name, 401, 'token.invalid'])
      }))
    expect(await storeDigest(world.db)).toEqual(before)
  })

  it('is more than 4,000 requests with 47 tokens, or more than 2,000 with 25', () => {
    expect(everybody).toEqual(expect.arrayContaining([...holders, foreign]))
    expect(calls.size).toBe(engine === postgres ? 47 : 25)
    expect(asked).toBeGreaterThan(engine === postgres ? 4_000 : 2_000)
  })
})
