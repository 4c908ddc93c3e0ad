import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staysInPlace } from '../../../domain/audit/staying-changes.ts'
import { gdapStatuses } from '../../../domain/gdap/states.ts'
import { invitationStates, turns } from '../../../domain/invitations/states.ts'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import { organizationId } from '../testing/people.ts'
import { ofIdentityProviders, routeDeeds, type RouteDeed } from '../testing/route-deeds.ts'
import { openWorld, type World } from '../testing/world.ts'

const writes = (Object.keys(isolation) as RouteKey[]).filter((key) => !key.startsWith('GET') && !ofIdentityProviders.includes(key))
const viewers = [['contoso', 'provider.admin'], ['litware', 'reseller.admin'], ['tailspin', 'customer.globaladmin']] as const

const whole = { invitations: '/invitations?', customers: '/customers?', 'delegated-admin': '/delegated-admin/relationships?' }
const narrowed = {
  invitations: [...invitationStates.map((state) => `state=${state}`), ...turns.map((turn) => `turn=${turn}`), 'overdue=true'],
  'delegated-admin': [
    ...gdapStatuses.map((status) => `status=${status}`),
    ...['within_7', 'within_30', 'later', 'next_90'].map((bucket) => `bucket=${bucket}`),
    'ends=true', 'blockedBy=global_administrator', 'sort=displayName', 'sort=endDateTime', 'sort=-createdDateTime',
  ],
}
type Noun = keyof typeof whole
type Row = { id: string }

/** What follows from the clock, a schedule, another noun or the partner's own groups; whoever only reads the row is not told of that. */
const untoldOf = { nextEvent: null, overdueSince: null, hasDap: null, activeAssignments: null }

let world: World
let deeds: Partial<Record<RouteKey, RouteDeed>>
beforeAll(async () => {
  world = await openWorld()
  deeds = await routeDeeds(world)
})
afterAll(() => world.close())

const rowsOf = async (person: (typeof viewers)[number][1], address: string): Promise<Row[]> => {
  const answer = await (await world.as(person))(`${address}&limit=200`)
  return answer.ok ? ((await answer.json()) as { items: Row[] }).items : []
}
const heads = async () => {
  const rows = await world.db.selectFrom('change_heads').selectAll().execute()
  return new Map(rows.map(({ organization_id, last }) => [organization_id, last]))
}

/** Does what the route is for, and gives what each viewer is told of it. */
async function done(key: RouteKey) {
  const { by, path, body, type = 'application/json', headers } = deeds[key] ?? { by: 'provider.admin' as const }
  const before = await heads()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const [method = '', address = ''] = key.split(' ')
  const answer = await (await world.as(by))(path ?? address, {
    method, ...(text !== undefined && { body: text }), headers: { ...(text !== undefined && { 'Content-Type': type }), ...headers },
  })
  expect([key, answer.ok]).toEqual([key, true])
  await answer.text()
  const changes = await world.db.selectFrom('changes').selectAll().execute()
  return (organization: string) =>
    changes.filter(({ organization_id, sequence }) => organization_id === organization && sequence > (before.get(organization) ?? 0))
}

it.each(writes)('%s names each row that it changes, or none', async (key) => {
  const seen = () => Promise.all(
    viewers.flatMap(([company, person]) => (Object.keys(whole) as Noun[]).map(async (noun) => ({
      company, noun, rows: new Map((await rowsOf(person, whole[noun])).map((row) => [row.id, JSON.stringify({ ...row, ...untoldOf })])),
    }))),
  )
  const before = await seen()
  const toldTo = await done(key)
  for (const [index, { company, noun, rows }] of (await seen()).entries()) {
    const old = before[index]?.rows ?? new Map<string, string>()
    const changed = [...new Set([...old.keys(), ...rows.keys()])].filter((id) => old.get(id) !== rows.get(id))
    const told = toldTo(organizationId(company)).filter((change) => change.noun === noun).map(({ noun_id }) => noun_id)
    const unnamed = told.includes('') ? [] : changed.filter((id) => !told.includes(id))
    expect([company, noun, unnamed]).toEqual([company, noun, []])
  }
})

const staying = [
  'POST /invitations/{id}/link', 'POST /invitations/{id}/remind', 'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}',
  'POST /acceptance/{token}/question', 'POST /receipts/{id}/confirm', 'POST /delegated-admin/relationships/{id}/send',
  'POST /delegated-admin/relationships/{id}/access-assignments', 'PATCH /delegated-admin/relationships/{id}/access-assignments/{aid}',
  'DELETE /delegated-admin/relationships/{id}/access-assignments/{aid}',
] as const

describe('whatever a list shows', () => {
  beforeAll(async () => { deeds = await routeDeeds(world, 1) })

  it.each(staying)('%s moves no row of it', async (key) => {
    const noun = key.includes('/delegated-admin/') ? 'delegated-admin' : 'invitations'
    const shown = () => Promise.all(narrowed[noun].map(async (view) =>
      `${view}: ${(await rowsOf('provider.admin', `${whole[noun]}${view}`)).map(({ id }) => id).join(' ')}`))
    const before = await shown()
    const told = (await done(key))(organizationId('contoso')).filter((change) => change.noun === noun)
    expect(told.map(({ change }) => [change, staysInPlace(noun, change)])).toEqual(told.map(({ change }) => [change, true]))
    expect(told).not.toEqual([])
    expect(await shown()).toEqual(before)
  })
})
