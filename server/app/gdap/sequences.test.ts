import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { globalAdmin, reader, support } from '../../../domain/gdap/testing.ts'
import { passGdapTime } from './time.ts'
import { giveGdap, giveGroup } from '../testing/gdap.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const day = 24 * 60 * 60 * 1000
const rolesOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })
const roles = [[reader], [globalAdmin], [reader, globalAdmin], [reader, support], []]
const people = [
  'provider.admin', 'provider.sales', 'direct.admin', 'customer.globaladmin', 'customer.user', 'newcustomer.globaladmin',
] as const
const verbs = [
  'create', 'create open', 'finalise', 'approve', 'extend', 'not extend', 'extend many', 'roles', 'assign', 'reassign', 'terminate',
  'consent', 'wait', 'wait long', 'pass',
] as const

type Deed = { verb: (typeof verbs)[number]; by: Person; pick: number }
const deeds: fc.Arbitrary<Deed> = fc.record({
  verb: fc.constantFrom(...verbs), by: fc.constantFrom<Person>(...people, 'provider.admin', 'customer.globaladmin'), pick: fc.nat(20),
})

/** Begins with an active relationship with Global administrator and an assigned group. */
const beginning: Deed[] = [
  { verb: 'create', by: 'provider.admin', pick: 12 },
  { verb: 'finalise', by: 'provider.admin', pick: 12 },
  { verb: 'approve', by: 'customer.globaladmin', pick: 12 },
  { verb: 'assign', by: 'provider.admin', pick: 12 },
]

describe('any sequence of deeds', () => {
  let world: World
  const calls = new Map<Person, Call>()
  let group: string
  beforeAll(async () => {
    world = await openWorld()
    group = await giveGroup(world.db, 'contoso', 'HelpdeskAgents')
  })
  afterAll(() => world.close())

  const known = () => world.db.selectFrom('gdap_relationships').selectAll().orderBy('created_at', 'desc').limit(3).execute()
  const assignments = () => world.db.selectFrom('gdap_assignments').selectAll().orderBy('created_at', 'desc').execute()
  const as = async (person: Person) => {
    const call = calls.get(person) ?? (await world.as(person))
    calls.set(person, call)
    return call
  }

  async function act({ verb, by, pick }: Deed): Promise<Response | undefined> {
    const call = await as(by)
    const all = await known()
    const one = all[pick % Math.max(all.length, 1)]?.id ?? 'none'
    const some = roles[pick % roles.length] ?? []
    const at = '/delegated-admin/relationships'
    const patch = (path: string, json: object) => call(path, { method: 'PATCH', json, headers: { 'If-Match': '*' } })
    const ask = (action: string) => call(`${at}/${one}/requests`, { json: { action } })
    switch (verb) {
      case 'create':
      case 'create open':
        return call(at, {
          json: {
            displayName: `Any-${crypto.randomUUID()}`, duration: `P${pick + 20}D`, accessDetails: rolesOf(...some),
            autoExtendDuration: pick % 2 ? 'P180D' : 'PT0S', customer: verb === 'create' ? { tenantId: tenantId('tailspin') } : null,
          },
        })
      case 'finalise':
        return ask('lockForApproval')
      case 'consent':
        return ask('approve')
      case 'terminate':
        return pick > 15 ? ask('terminate') : undefined
      case 'approve':
        return call(`${at}/${one}/approve`, { json: {} })
      case 'extend':
      case 'not extend':
        return patch(`${at}/${one}`, { autoExtendDuration: verb === 'extend' ? 'P180D' : 'P0D' })
      case 'extend many':
        return call('/delegated-admin/auto-extend', { json: { ids: all.map(({ id }) => id), autoExtendDuration: 'P180D' } })
      case 'roles':
        return patch(`${at}/${one}`, { accessDetails: rolesOf(...some) })
      case 'assign':
        return call(`${at}/${one}/access-assignments`, {
          json: { accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup' }, accessDetails: rolesOf(...some) },
        })
      case 'reassign': {
        const [given] = await assignments()
        return given && patch(`${at}/${given.relationship_id}/access-assignments/${given.id}`, { accessDetails: rolesOf(...some) })
      }
      case 'wait':
      case 'wait long':
        world.wait((verb === 'wait' ? 3 : 60) * day)
        return undefined
      case 'pass':
        await passGdapTime(world)
        return undefined
    }
  }

  async function invariants(): Promise<string[]> {
    const all = await world.db.selectFrom('gdap_relationships').selectAll().execute()
    const events = world.db.selectFrom('audit_events').select(['noun_id', 'organization_id'])
    const yeses = await events.where('action', '=', 'gdap.approved').execute()
    const tenantOf = new Map([[organizationId('tailspin'), tenantId('tailspin')], [organizationId('northwind'), tenantId('northwind')]])
    const wrong = all.flatMap((row) => {
      const isBeyond = !['created', 'approvalPending'].includes(row.status)
      const saidYes = yeses.some((yes) => yes.noun_id === row.id && tenantOf.get(yes.organization_id) === row.customer_tenant_id)
      const extendsItself = row.auto_extend === 'P180D' && row.roles.includes(globalAdmin)
      return [
        ...(isBeyond && !saidYes ? [`${row.status} without the customer’s yes`] : []),
        ...(extendsItself ? ['Global administrator extends itself'] : []),
      ]
    })
    const outside = (await assignments()).filter(({ relationship_id, roles: given, status }) => {
      const relationship = all.find(({ id }) => id === relationship_id)
      return !['deleting', 'deleted'].includes(status) && !given.every((role) => relationship?.roles.includes(role))
    })
    return [...wrong, ...outside.map(() => 'a role outside the relationship')]
  }

  it('bypasses no approval, assigns no role outside the relationship, extends no Global administrator, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 20, maxLength: 40 }), async (sequence) => {
        calls.clear()
        for (const deed of [...beginning, ...sequence]) {
          if (deed.verb.startsWith('wait')) calls.clear()
          const status = (await act(deed))?.status ?? 200
          expect({ deed, status, isFailure: status >= 500 }).toEqual({ deed, status, isFailure: false })
        }
        expect(await invariants()).toEqual([])
      }),
      { numRuns: 12 },
    )
    const standing = await assignments()
    expect(standing.length).toBeGreaterThanOrEqual(12)
  }, 120_000)

  it('BR-88, BR-92: who assigns Global administrator while it is removed does not keep it', async () => {
    const agent = await world.as('provider.admin')
    for (let round = 0; round < 5; round += 1) {
      const { id } = await giveGdap(world.db, 'contoso', {
        displayName: `Race-${round}`, roles: [reader, globalAdmin],
        customer: { tenantId: tenantId('tailspin'), displayName: 'Tailspin Toys' },
        activatedDateTime: world.now().toISOString(), endDateTime: new Date(world.now().getTime() + 90 * day).toISOString(),
      })
      const [assigned, removed] = await Promise.all([
        agent(`/delegated-admin/relationships/${id}/access-assignments`, {
          json: {
            accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup' },
            accessDetails: rolesOf(reader, globalAdmin),
          },
        }),
        agent(`/delegated-admin/relationships/${id}`, {
          method: 'PATCH', json: { accessDetails: rolesOf(reader) }, headers: { 'If-Match': '"1"' },
        }),
      ])
      expect([removed.status, [201, 409].includes(assigned.status)]).toEqual([202, true])
      const kept = (await assignments()).filter((each) => each.relationship_id === id).flatMap((each) => each.roles)
      expect(kept).not.toContain(globalAdmin)
    }
  })
})
