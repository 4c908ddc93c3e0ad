import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { globalAdmin, reader, support } from '../../../../domain/gdap/testing.ts'
import {
  AccessAssignmentOnWire, AccessExplained, type AutoExtendOutcome, type GdapRelationshipOnWire,
} from '../../../../domain/gdap/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { gdapKeys, keepGdapMoments } from '../../../store/gdap/row.ts'
import { giveAssignment, giveGdap, giveGroup } from '../../testing/gdap.ts'
import { companies, type Person, tenantId } from '../../testing/people.ts'
import { type Call, openWorld, type World } from '../../testing/world.ts'

const rolesOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })
const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
const day = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.parse('2026-03-02T09:00:00.000Z') + days * day).toISOString()
const codeOf = async (answer: Response) =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`

describe('who gets in', () => {
  let world: World
  let agent: Call
  let relationship: GdapRelationship
  let group: string
  beforeEach(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
    relationship = await given()
    group = await giveGroup(world.db, 'contoso', 'HelpdeskAgents')
  })
  afterEach(() => world.close())

  let count = 0
  const given = (changes: Partial<GdapRelationship> = {}) =>
    giveGdap(world.db, 'contoso', {
      customer: tailspin, displayName: `Test-${(count += 1)}`, activatedDateTime: inDays(-1), endDateTime: inDays(20), ...changes,
    })
  const at = (id = relationship.id) => `/delegated-admin/relationships/${id}/access-assignments`
  const wanted = (groupId: string, ...roles: string[]) => ({
    accessContainer: { accessContainerId: groupId, accessContainerType: 'securityGroup' }, accessDetails: rolesOf(...roles),
  })
  const assign = (json: object = wanted(group, reader), by = agent, id = relationship.id, headers = {}) => by(at(id), { json, headers })
  const list = async (id = relationship.id) => {
    const { items } = (await (await agent(at(id))).json()) as { items: AccessAssignmentOnWire[] }
    return items.map((item) => AccessAssignmentOnWire.parse(item))
  }
  const one = async () => (await list())[0] ?? Promise.reject(new Error('There is an assignment'))
  const write = (method: string, aid: string, headers: Record<string, string> = { 'If-Match': '*' }, json?: object, by = agent) =>
    by(`${at()}/${aid}`, { method, headers, ...(json && { json }) })

  it('BR-92: a group is assigned, active at once, and counted', async () => {
    const { items } = (await (await agent('/delegated-admin/groups')).json()) as { items: unknown[] }
    expect(items).toEqual([{ id: group, displayName: 'HelpdeskAgents' }])
    const headers = { 'Idempotency-Key': 'one' }
    const twice = () => assign(undefined, agent, relationship.id, headers)
    const [first, again] = [await twice(), await twice()]
    const made = AccessAssignmentOnWire.parse(await first.json())
    expect([first.status, made.status, await again.json()]).toEqual([201, 'pending', made])
    expect(await list()).toMatchObject([{ id: made.id, status: 'active', accessDetails: rolesOf(reader) }])
    expect(await (await agent(`/delegated-admin/relationships/${relationship.id}`)).json()).toMatchObject({ activeAssignments: 1 })
  })

  it('BR-92: ids mean the same in capital letters', async () => {
    expect(await codeOf(await assign(wanted(group.toUpperCase(), reader.toUpperCase())))).toBe('201')
    const { id } = await one()
    const access = { accessDetails: rolesOf(support.toUpperCase()) }
    expect(await codeOf(await write('PATCH', id.toUpperCase(), undefined, access))).toBe('202')
    expect(await one()).toMatchObject({ id, accessContainer: { accessContainerId: group }, accessDetails: rolesOf(support) })
  })

  it.each([
    ['BR-92 a role outside', () => wanted(group, globalAdmin), 'provider.admin', '409 gdap.role_outside'],
    ['BR-92 no role', () => wanted(group), 'provider.admin', '409 gdap.role_outside'],
    ['a group that is not its own', () => wanted(tenantId('adatum'), reader), 'provider.admin', '422 request.invalid'],
    ['BR-93 two groups', () => ({ ...wanted(group, reader), accessContainer: [] }), 'provider.admin', '422 request.invalid'],
    [
      'BR-93 no security group',
      () => ({ ...wanted(group, reader), accessContainer: { accessContainerId: group, accessContainerType: 'user' } }),
      'provider.admin', '422 request.invalid',
    ],
    ['a sales agent', () => wanted(group, reader), 'provider.sales', '403 gdap.needs_admin_agent'],
    ['the customer', () => wanted(group, reader), 'customer.globaladmin', '403 gdap.not_yours'],
    ['another partner', () => wanted(group, reader), 'direct.admin', '404 gdap.not_found'],
  ] satisfies [string, () => object, Person, string][])('%s is refused', async (_, json, person, code) => {
    expect(await codeOf(await assign(json(), await world.as(person)))).toBe(code)
    expect(await list()).toEqual([])
  })

  it('BR-92: nobody is assigned before the customer’s yes, nor after the end', async () => {
    for (const status of ['created', 'approvalPending', 'expired', 'terminated'] as const) {
      const { id } = await given({ status, since: inDays(-1) })
      expect([status, await codeOf(await assign(undefined, agent, id))]).toEqual([status, '409 gdap.not_standing'])
    }
  })

  it('BR-93: of five at once one is made', async () => {
    const told = await Promise.all(Array.from({ length: 5 }, async () => codeOf(await assign())))
    expect(told.toSorted()).toEqual(['201', ...Array.from({ length: 4 }, () => '409 gdap.group_assigned_already')])
  })

  it('changes to other roles of the relationship, with the version that was seen', async () => {
    await assign()
    const { id, etag } = await one()
    const change = (headers: Record<string, string>, ...roles: string[]) =>
      write('PATCH', id, headers, { accessDetails: rolesOf(...roles) })
    expect(await codeOf(await change({}, support))).toBe('428 request.version_required')
    expect(await codeOf(await change({ 'If-Match': '"0"' }, support))).toBe('412 request.stale')
    expect(await codeOf(await change({ 'If-Match': etag }, globalAdmin))).toBe('409 gdap.role_outside')
    const answer = await change({ 'If-Match': etag }, support)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([202, '10'])
    const changed = AccessAssignmentOnWire.parse(await answer.json())
    expect(changed).toMatchObject({ accessDetails: rolesOf(support), status: 'active' })
    const address = answer.headers.get('Location') ?? ''
    expect(address).toBe(`/api${at()}/${id}`)
    const found = await agent(address.replace('/api', ''))
    expect([found.headers.get('ETag'), await found.json(), await one()]).toEqual([changed.etag, changed, changed])
    expect(await codeOf(await agent(`${at()}/${tenantId('contoso')}`))).toBe('404 gdap.not_found')
    const unknown = await write('PATCH', tenantId('contoso'), undefined, { accessDetails: rolesOf(reader) })
    expect(await codeOf(unknown)).toBe('404 gdap.not_found')
    const customer = await world.as('customer.globaladmin')
    expect(await codeOf(await write('DELETE', id, undefined, undefined, customer))).toBe('403 gdap.not_yours')
    expect(await codeOf(await customer(at()))).toBe('403 gdap.not_yours')
  })

  it('changes nothing, and writes nothing, when it has these roles already', async () => {
    await assign(wanted(group, reader, support))
    const before = await one()
    const events = async () => (await world.db.selectFrom('audit_events').select('id').where('refused', 'is', null).execute()).length
    const written = await events()
    const same = (headers: object) => write('PATCH', before.id, { ...headers }, { accessDetails: rolesOf(support, reader, support) })
    expect(await codeOf(await same({}))).toBe('428 request.version_required')
    expect(await codeOf(await same({ 'If-Match': '"0"' }))).toBe('412 request.stale')
    const answer = await same({ 'If-Match': before.etag, 'Idempotency-Key': 'same' })
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Retry-After')]).toEqual([200, null, null])
    expect([answer.headers.get('ETag'), await answer.json()]).toEqual([before.etag, before])
    expect([await one(), await events()]).toEqual([before, written])
  })

  it('goes, also when it is stuck, so that it can be made anew', async () => {
    const stuck = await giveAssignment(world.db, 'contoso', relationship.id, {
      status: 'pending', since: inDays(-5), group: { id: group, displayName: 'HelpdeskAgents' },
    })
    expect(await codeOf(await assign())).toBe('409 gdap.group_assigned_already')
    expect(await codeOf(await write('PATCH', stuck, undefined, { accessDetails: rolesOf(reader) }))).toBe('409 gdap.assignment_not_active')
    expect(await codeOf(await write('DELETE', stuck, {}))).toBe('428 request.version_required')
    expect(await codeOf(await write('DELETE', stuck))).toBe('204')
    expect(await codeOf(await write('DELETE', stuck))).toBe('404 gdap.not_found')
    expect(await codeOf(await assign())).toBe('201')
    expect((await list()).map(({ status }) => status)).toEqual(['active'])
  })

  const why = async (groupId = group, tenant = tailspin.tenantId, by = agent) =>
    AccessExplained.parse(await (await by(`/delegated-admin/access?groupId=${groupId}&customerTenantId=${tenant}`)).json())
  const change = async (values: Record<string, unknown>) => {
    await world.db.updateTable('gdap_relationships').set(values).where('id', '=', relationship.id).execute()
    await keepGdapMoments(world.db, gdapKeys([{ partner_id: relationship.partner.id, id: relationship.id }]))
  }

  it('why a group has access or not: the first thing on the path that is missing', async () => {
    expect(await why(group, tenantId('northwind'))).toEqual({ answer: 'no_relationship', path: [] })
    expect(await why()).toMatchObject({ answer: 'not_assigned', path: [{ relationship: { id: relationship.id }, assignment: null }] })
    await assign()
    expect(await why()).toMatchObject({ answer: 'has_access', path: [{ assignment: { status: 'active' } }] })
    const stuck = await giveGroup(world.db, 'contoso', 'Tier 2')
    const pending = { id: stuck, displayName: 'Tier 2' }
    await giveAssignment(world.db, 'contoso', relationship.id, { status: 'pending', since: inDays(-5), group: pending })
    expect((await why(stuck)).answer).toBe('assignment_not_active')
    await agent(`/delegated-admin/relationships/${relationship.id}/requests`, { json: { action: 'terminate' } })
    expect((await why()).answer).toBe('not_standing')
    expect(await why(group, tailspin.tenantId, await world.as('direct.admin'))).toEqual({ answer: 'no_relationship', path: [] })
  })

  it('BR-90: nobody has access after the end, also before time has moved it on, unless it extends itself', async () => {
    await assign()
    await change({ end_at: inDays(0) })
    const answers = async () => {
      const { answer, path } = await why()
      return [answer, ...path.map((way) => way.answer)]
    }
    expect(await answers()).toEqual(['not_standing', 'not_standing'])
    await change({ auto_extend: 'P180D' })
    expect(await answers()).toEqual(['has_access', 'has_access'])
  })

  it('what ends within 60 days and does not renew by itself is counted and listed, what ends first at its top', async () => {
    const last = await given({ endDateTime: inDays(61) })
    await given({ endDateTime: inDays(59), autoExtendDuration: 'P180D' })
    const blocked = await given({ endDateTime: inDays(59), roles: [reader, globalAdmin] })
    const ending = async (by = agent, query = '') => {
      const answer = await by(`/delegated-admin/relationships?bucket=next_60&ends=true&sort=endDateTime${query}`)
      const { items, total } = (await answer.json()) as Page<GdapRelationshipOnWire>
      return [items.map(({ id }) => id), total.count]
    }
    expect(await ending()).toEqual([[relationship.id, blocked.id], 2])
    expect(await ending(agent, '&limit=1')).toEqual([[relationship.id], 2])
    expect(await ending(await world.as('direct.admin'))).toEqual([[], 0])
    expect(await codeOf(await agent('/delegated-admin/relationships?bucket=within_60'))).toBe('422 request.invalid')
    // In Auckland the 61st day's morning has come; in UTC it is still the 60th.
    await change({ end_at: inDays(60.3) })
    const inZone = (zone: string): typeof agent => (path) => agent(path, { headers: { 'Time-Zone': zone } })
    expect(await ending(inZone('UTC'))).toEqual([[blocked.id, relationship.id], 2])
    expect(await ending(inZone('Pacific/Auckland'))).toEqual([[blocked.id], 1])
    expect(await ending(inZone('Mars/Olympus'))).toEqual([[blocked.id, relationship.id], 2])
    await change({ end_at: inDays(20) })
    world.wait(day)
    expect(await ending(await world.as('provider.admin'))).toEqual([[relationship.id, blocked.id, last.id], 3])
  })

  describe('auto-extend of several', () => {
    const extend = (ids: string[], json: object = {}, by = agent, headers = {}) =>
      by('/delegated-admin/auto-extend', { json: { ids, autoExtendDuration: 'P180D', ...json }, headers })
    const outcomes = async (answer: Response) =>
      ((await answer.json()) as { items: AutoExtendOutcome[] }).items.map(({ outcome, problem }) => problem?.code ?? outcome)

    it('BR-86, BR-87: has an outcome for each, in their order, whatever the others’', async () => {
      const blocked = await given({ roles: [reader, globalAdmin] })
      const already = await given({ autoExtendDuration: 'P180D' })
      const over = await given({ status: 'expired', since: inDays(-1) })
      const foreign = await giveGdap(world.db, 'adatum', { endDateTime: inDays(20) })
      const ids = [blocked, relationship, already, over, foreign, relationship].map(({ id }) => id)
      const headers = { 'Idempotency-Key': 'many' }
      const [first, again] = [await extend(ids, {}, agent, headers), await extend(ids, {}, agent, headers)]
      expect(await outcomes(first)).toEqual([
        'gdap.global_administrator_blocks_auto_extend', 'changed', 'unchanged', 'gdap.not_standing', 'gdap.not_found', 'unchanged',
      ])
      expect(again.status).toBe(200)
      const stored = await world.db.selectFrom('gdap_relationships').select('id').where('auto_extend', '=', 'P180D').execute()
      expect(stored.map(({ id }) => id).toSorted()).toEqual([relationship.id, already.id].toSorted())
      expect(await (await agent('/delegated-admin/expiry')).json()).toEqual({
        expired: 1, within_7: 0, within_30: 3, within_90: 0, later: 0, willNotRenew: 1, blockedByGlobalAdministrator: 1,
      })
    })

    it('BR-89: takes back its own change and no other: what somebody has changed since is left, and it says so', async () => {
      const other = await given({})
      const last = await given({})
      const ids = [relationship, other, last].map(({ id }) => id)
      const made = (await (await extend(ids)).json()) as { items: AutoExtendOutcome[] }
      const etags = made.items.map(({ etag }) => etag)
      expect(etags).toEqual(ids.map(() => expect.any(String)))
      const customer = await world.as('customer.globaladmin')
      for (const autoExtendDuration of ['PT0S', 'P180D']) await extend([other.id], { autoExtendDuration }, customer)
      await extend([last.id], { autoExtendDuration: 'PT0S' }, customer)
      const undo = () => extend(ids, { autoExtendDuration: 'PT0S', etags })
      expect(await outcomes(await undo())).toEqual(['changed', 'gdap.changed_since', 'unchanged'])
      const stored = await world.db.selectFrom('gdap_relationships').select('id').where('auto_extend', '=', 'P180D').execute()
      expect(stored.map(({ id }) => id)).toEqual([other.id])
      expect(await codeOf(await extend(ids, { etags: etags.slice(1) }))).toBe('422 request.invalid')
    })

    it('BR-89: of a version that is not the present one it says only that it has changed, whichever way it was to be set', async () => {
      const ids = [relationship.id]
      const on = (await (await extend(ids, { etags: ['"another"'] })).json()) as { items: AutoExtendOutcome[] }
      expect(on.items.map(({ problem }) => problem)).toEqual([{ code: 'gdap.changed_since', detail: expect.any(String) }])
      expect(on.items[0]?.problem?.detail).not.toMatch(/turned on/)
      await extend(ids)
      const undone = await extend(ids, { autoExtendDuration: 'PT0S', etags: ['"another"'] })
      const off = (await undone.json()) as { items: AutoExtendOutcome[] }
      expect(off.items[0]?.problem).toEqual(on.items[0]?.problem)
    })

    it('BR-89: the customer’s too, and of nobody without the right', async () => {
      const ids = [relationship.id]
      expect(await outcomes(await extend(ids, {}, await world.as('customer.user')))).toEqual(['admin_rights.needs_global_admin'])
      expect(await outcomes(await extend(ids, {}, await world.as('newcustomer.globaladmin')))).toEqual(['gdap.not_found'])
      expect(await outcomes(await extend(ids, {}, await world.as('customer.globaladmin')))).toEqual(['changed'])
      expect(await codeOf(await extend(ids, { autoExtendDuration: 'P1Y' }))).toBe('422 gdap.auto_extend_duration')
      expect(await codeOf(await extend([]))).toBe('422 request.invalid')
      expect(await codeOf(await extend(ids, {}, await world.as('direct-de.admin')))).toBe('403 gdap.cloud_closed')
    })
  })
})
