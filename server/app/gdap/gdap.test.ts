import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import { globalAdmin, reader, support } from '../../../domain/gdap/testing.ts'
import { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { passGdapTime } from './time.ts'
import { giveAssignment, giveGdap } from '../testing/gdap.ts'
import { companies, type CompanyKey, organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const at = '/delegated-admin/relationships'
const rolesOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })
const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
const inDays = (days: number) => new Date(Date.parse('2026-03-02T09:00:00.000Z') + days * 24 * 60 * 60 * 1000).toISOString()
const draft = (changes: object = {}) => ({
  displayName: 'Support-2026', duration: 'P365D', accessDetails: rolesOf(reader, support), ...changes,
})
const codeOf = async (answer: Response) =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`

describe('delegated admin', () => {
  let world: World
  let agent: Call
  let admin: Call
  beforeEach(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
    admin = await world.as('customer.globaladmin')
  })
  afterEach(() => world.close())

  const make = async (changes: object = {}, by = agent) =>
    GdapRelationshipDetail.parse(await (await by(at, { json: draft(changes) })).json())
  const read = async (id: string, by = agent) => GdapRelationshipDetail.parse(await (await by(`${at}/${id}`)).json())
  const change = (id: string, json: object, by = agent, headers: Record<string, string> = { 'If-Match': '*' }) =>
    by(`${at}/${id}`, { method: 'PATCH', json, headers })
  const ask = (id: string, action: string, by = agent, headers = {}) => by(`${at}/${id}/requests`, { json: { action }, headers })
  const approve = (id: string, by = admin, headers = {}) => by(`${at}/${id}/approve`, { json: {}, headers })
  const waiting = async (changes: object = {}) => {
    const made = await make(changes)
    expect(await codeOf(await ask(made.id, 'lockForApproval'))).toBe('201')
    return read(made.id)
  }
  const active = async () => {
    const { id } = await waiting({ customer: tailspin && { tenantId: tailspin.tenantId } })
    expect(await codeOf(await approve(id))).toBe('200')
    return read(id)
  }
  const actions = ({ history }: GdapRelationshipDetail) => history.map(({ action }) => action)
  const given = (changes: Parameters<typeof giveGdap>[2] = {}) =>
    giveGdap(world.db, 'contoso', { customer: tailspin, activatedDateTime: inDays(-1), endDateTime: inDays(100), ...changes })

  describe('a draft', () => {
    it('is made once, seen by its partner alone, and has no link yet', async () => {
      await giveCustomer(world.db, 'contoso', tailspin.tenantId, 'Tailspin by another name')
      const headers = { 'Idempotency-Key': 'one' }
      const json = draft({ customer: { tenantId: tailspin.tenantId } })
      const [first, again] = [await agent(at, { json, headers }), await agent(at, { json, headers })]
      const made = GdapRelationshipDetail.parse(await first.json())
      expect(first.status).toBe(201)
      expect(first.headers.get('Location')).toBe(`/api${at}/${made.id}`)
      expect(await again.json()).toEqual(made)
      expect(made).toMatchObject({
        status: 'created', approvalLink: null, microsoftLink: null, autoExtendDuration: 'PT0S', hasResellerRelationship: true,
        customer: { displayName: 'Tailspin by another name' }, isPartnerConsentPending: false, lapsesAt: null,
      })
      expect(made.id).toMatch(/^[\da-f-]{73}$/)
      expect(await read(made.id)).toEqual(made)
      expect(actions(made)).toEqual(['created'])
      const { items } = (await (await agent('/audit/recent?limit=50')).json()) as Page<AuditEvent>
      expect(items).toMatchObject([{ action: 'gdap.created', nounId: made.id, details: { relationship: made.displayName } }])
      expect(await codeOf(await admin(`${at}/${made.id}`))).toBe('404 gdap.not_found')
    })

    it.each([
      ['BR-77 a sales agent', 'provider.sales', {}, '403 gdap.needs_admin_agent'],
      ['BR-77 a customer', 'customer.globaladmin', {}, '403 gdap.customer_cannot_request'],
      ['section L a closed cloud', 'direct-de.admin', {}, '403 gdap.cloud_closed'],
      ['section L an undocumented cloud', 'provider-cn.admin', {}, '403 gdap.cloud_undocumented'],
      ['BR-82 a name with a space', 'provider.admin', { displayName: 'Two words' }, '422 gdap.name_form'],
      ['BR-82 a long name', 'provider.admin', { displayName: 'x'.repeat(51) }, '422 gdap.name_form'],
      ['BR-80 two years and a day', 'provider.admin', { duration: 'P731D' }, '422 gdap.duration'],
      ['BR-81 no end', 'provider.admin', { duration: null }, '422 request.invalid'],
      ['BR-83 a custom role', 'provider.admin', { accessDetails: rolesOf(tenantId('contoso')) }, '422 gdap.unknown_role'],
      ['BR-86 a year more', 'provider.admin', { autoExtendDuration: 'P365D' }, '422 gdap.auto_extend_duration'],
      [
        'BR-87 itself extending with Global administrator', 'provider.admin',
        { autoExtendDuration: 'P180D', accessDetails: rolesOf(globalAdmin) }, '422 gdap.global_administrator_blocks_auto_extend',
      ],
      ['an unknown field', 'provider.admin', { status: 'active' }, '422 request.invalid'],
    ] satisfies [string, Person, object, string][])('%s is refused', async (_, person, changes, code) => {
      expect(await codeOf(await (await world.as(person))(at, { json: draft(changes) }))).toBe(code)
    })

    it('BR-83: ids mean the same in capital letters, each role once', async () => {
      const customer = { tenantId: tailspin.tenantId.toUpperCase() }
      const made = await make({ customer, accessDetails: rolesOf(reader.toUpperCase(), support) })
      expect(made).toMatchObject({ customer: { tenantId: tailspin.tenantId }, accessDetails: rolesOf(reader, support) })
      const twice = await agent(at, { json: draft({ displayName: 'Twice', accessDetails: rolesOf(reader, reader.toUpperCase()) }) })
      expect(await codeOf(twice)).toBe('422 gdap.unknown_role')
      expect(await codeOf(await change(made.id, { accessDetails: rolesOf(support.toUpperCase()) }))).toBe('200')
      expect(await read(made.id)).toMatchObject({ accessDetails: rolesOf(support) })
      const { items } = (await (await agent(`${at}?customer=${customer.tenantId}`)).json()) as Page<{ id: string }>
      expect(items.map(({ id }) => id)).toEqual([made.id])
    })

    it('BR-82: a name is taken once, also at the same moment; asking says so beforehand', async () => {
      const taken = async (by = agent) => (await by(`${at}/name-taken?displayName=Support-2026`)).json()
      expect(await taken()).toEqual({ taken: false })
      const told = await Promise.all(Array.from({ length: 5 }, async () => codeOf(await agent(at, { json: draft() }))))
      expect(told.toSorted()).toEqual(['201', ...Array.from({ length: 4 }, () => '409 gdap.name_taken')])
      expect([await taken(), await taken(await world.as('direct.admin'))]).toEqual([{ taken: true }, { taken: false }])
      const other = await make({ displayName: 'Other' })
      expect(await codeOf(await change(other.id, { displayName: 'Support-2026' }))).toBe('409 gdap.name_taken')
    })

    it.each([
      ['its own names', 'provider.admin', undefined, false],
      ['those of its reseller', 'provider.admin', 'litware', true],
      ['those of a reseller that is not its own', 'provider.admin', 'proseware', '422 gdap.reseller_not_partnered'],
      ['those of a partner that is no reseller', 'provider.admin', 'adatum', '422 gdap.reseller_not_partnered'],
      ['those of its reseller, without the role', 'provider.sales', 'litware', '403 gdap.needs_admin_agent'],
      ['its own names', 'reseller.admin', undefined, true],
      ['its own names as those of its reseller', 'reseller.admin', 'litware', '422 gdap.reseller_not_partnered'],
      ['those of its provider', 'reseller.admin', 'contoso', '422 gdap.reseller_not_partnered'],
      ['those of a reseller', 'direct.admin', 'litware', '422 gdap.reseller_not_partnered'],
      ['those of a reseller', 'customer.globaladmin', 'litware', '403 gdap.customer_cannot_request'],
    ] satisfies [string, Person, CompanyKey | undefined, boolean | string][])(
      'BR-82: %s, asked by %s (%s), are looked through as the making would: %s',
      async (_, person, owner, expected) => {
        await giveGdap(world.db, 'litware', { displayName: 'Support-2026' })
        const call = await world.as(person)
        const named = owner && { resellerId: organizationId(owner).toUpperCase() }
        const query = new URLSearchParams({ displayName: 'Support-2026', ...named })
        const told = await call(`${at}/name-taken?${query.toString()}`)
        const made = await codeOf(await call(at, { json: draft(named) }))
        const answered = told.ok ? ((await told.json()) as { taken: boolean }).taken : await codeOf(told)
        const onMaking = { true: '409 gdap.name_taken', false: '201' }
        expect([answered, made]).toEqual([expected, typeof expected === 'string' ? expected : onMaking[`${expected}`]])
      },
    )

    it('changes field by field, with the version that was seen', async () => {
      const made = await make()
      expect(await codeOf(await change(made.id, { duration: 'P30D' }, agent, {}))).toBe('428 request.version_required')
      expect(await codeOf(await change(made.id, { duration: 'P30D' }, agent, { 'If-Match': '"7"' }))).toBe('412 request.stale')
      const answer = await change(made.id, { duration: 'P30D', autoExtendDuration: 'P180D' }, agent, { 'If-Match': made.etag })
      expect([answer.status, answer.headers.get('ETag')]).toEqual([200, '"2"'])
      expect(await codeOf(await change(made.id, { displayName: 'Renamed', customer: { tenantId: tailspin.tenantId } }))).toBe('200')
      const now = await read(made.id)
      expect(now).toMatchObject({
        duration: 'P30D', autoExtendDuration: 'P180D', displayName: 'Renamed', customer: { displayName: tailspin.tenantId },
      })
      const blocked = await change(made.id, { accessDetails: rolesOf(globalAdmin) })
      expect(await codeOf(blocked)).toBe('422 gdap.global_administrator_blocks_auto_extend')
      expect(actions(now)).toEqual(['created', 'changed', 'changed'])
    })

    it('is thrown away with the version that was seen; what the customer has seen is not', async () => {
      const made = await make()
      const remove = (id: string, headers: Record<string, string>) => agent(`${at}/${id}`, { method: 'DELETE', headers })
      expect(await codeOf(await remove(made.id, {}))).toBe('428 request.version_required')
      const sales = await world.as('provider.sales')
      const bySales = await sales(`${at}/${made.id}`, { method: 'DELETE', headers: { 'If-Match': '*' } })
      expect(await codeOf(bySales)).toBe('403 gdap.needs_admin_agent')
      const key = { 'If-Match': made.etag, 'Idempotency-Key': 'gone' }
      expect([await codeOf(await remove(made.id, key)), await codeOf(await remove(made.id, key))]).toEqual(['204', '204'])
      expect(await codeOf(await agent(`${at}/${made.id}`))).toBe('404 gdap.not_found')
      const asked = await waiting({ displayName: 'Asked' })
      expect(await codeOf(await remove(asked.id, { 'If-Match': '*' }))).toBe('409 gdap.finalised')
    })
  })

  describe('the request', () => {
    it('is finalised once and then read by the tenant that it names', async () => {
      const made = await make({ customer: { tenantId: tailspin.tenantId } })
      expect(await codeOf(await ask(made.id, 'lockForApproval', agent, { 'If-Match': '"9"' }))).toBe('412 request.stale')
      const answer = await ask(made.id, 'lockForApproval')
      expect(await answer.json()).toMatchObject({ action: 'lockForApproval', status: 'succeeded' })
      expect(await codeOf(await ask(made.id, 'lockForApproval'))).toBe('409 gdap.finalised')
      expect(await codeOf(await change(made.id, { displayName: 'Late' }))).toBe('409 gdap.finalised')
      const asked = await read(made.id, admin)
      expect(asked).toMatchObject({
        status: 'approvalPending', approvalLink: `https://portal.example/approve/${made.id}`,
        partnerProfile: {
          domain: 'contoso.example', country: 'KR', standing: { domains: [], hasSignedIn: false, imitates: null, logo: null },
        },
        microsoftLink: `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${made.id}`,
      })
      expect(Date.parse(asked.lapsesAt ?? '') - Date.parse(asked.since)).toBe(90 * 24 * 60 * 60 * 1000)
      expect(((await (await admin(at)).json()) as Page<{ id: string }>).items.map(({ id }) => id)).toEqual([made.id])
      expect(await codeOf(await (await world.as('newcustomer.globaladmin'))(`${at}/${made.id}`))).toBe('404 gdap.not_found')
    })

    it.each([
      ['BR-83 without a role', { accessDetails: rolesOf() }, 'provider.admin', '409 gdap.needs_role'],
      ['by a sales agent', {}, 'provider.sales', '403 gdap.needs_admin_agent'],
      ['by another partner', {}, 'direct.admin', '404 gdap.not_found'],
    ] satisfies [string, object, Person, string][])('%s is not finalised', async (_, changes, person, code) => {
      const { id } = await make(changes)
      expect(await codeOf(await ask(id, 'lockForApproval', await world.as(person)))).toBe(code)
    })

    it.each([
      ['BR-33 a user', 'customer.user', '403 admin_rights.needs_global_admin'],
      ['BR-78 the partner itself', 'provider.admin', '403 gdap.only_customer_approves'],
      ['BR-85 another tenant', 'newcustomer.globaladmin', '404 gdap.not_found'],
      ['another partner', 'direct.admin', '404 gdap.not_found'],
    ] satisfies [string, Person, string][])('%s does not approve it', async (_, person, code) => {
      const { id } = await waiting({ customer: { tenantId: tailspin.tenantId } })
      expect(await codeOf(await approve(id, await world.as(person)))).toBe(code)
      expect((await read(id)).status).toBe('approvalPending')
    })

    it('BR-78: is approved all at once, stands at once, and is in both sides’ records', async () => {
      const relationship = await active()
      expect(relationship).toMatchObject({
        status: 'active', endsBecause: 'not_asked_for', approvalLink: null, customer: tailspin,
      })
      const days = (Date.parse(relationship.endDateTime ?? '') - Date.parse(relationship.activatedDateTime ?? '')) / (24 * 60 * 60 * 1000)
      expect(days).toBe(365)
      expect(actions(relationship)).toEqual(['created', 'finalised', 'approved', 'activating', 'activated'])
      expect(actions(await read(relationship.id, admin))).toEqual(['finalised', 'approved', 'activating', 'activated'])
      expect([await codeOf(await approve(relationship.id)), await read(relationship.id)]).toEqual(['200', relationship])
    })

    it('P9: what was approved is kept, though Global administrator goes later and the end moves', async () => {
      const asked = { duration: 'P30D', accessDetails: rolesOf(reader, globalAdmin), customer: { tenantId: tailspin.tenantId } }
      const { id, approved: notYet } = await waiting(asked)
      const approved = { roles: [reader, globalAdmin], duration: 'P30D' }
      const answer = await (await approve(id)).json()
      expect([notYet, answer]).toMatchObject([undefined, { approved }])
      expect(await codeOf(await change(id, { accessDetails: rolesOf(reader), autoExtendDuration: 'P180D' }))).toBe('202')
      world.wait(40 * 24 * 60 * 60 * 1000)
      await passGdapTime(world)
      const later = await read(id, await world.as('customer.globaladmin'))
      expect(later).toMatchObject({ accessDetails: rolesOf(reader), approved })
      expect(later.endDateTime?.slice(0, 10)).toBe(inDays(210).slice(0, 10))
      expect((await read((await given({ displayName: 'Elsewhere' })).id, await world.as('customer.globaladmin'))).approved).toBeUndefined()
    })

    it('BR-79: is not approved before it is finalised, nor when it has lapsed', async () => {
      const made = await make()
      expect(await codeOf(await approve(made.id))).toBe('404 gdap.not_found')
      const asked = await waiting({ displayName: 'Asked', customer: { tenantId: tailspin.tenantId } })
      world.wait(90 * 24 * 60 * 60 * 1000)
      const late = await world.as('customer.globaladmin')
      expect(await codeOf(await approve(asked.id, late))).toBe('404 gdap.not_found')
    })

    it('BR-85: an open one is read by whoever has its id, and binds to the first tenant of two at once', async () => {
      const { id } = await waiting()
      const rivals = [admin, await world.as('newcustomer.globaladmin')]
      for (const rival of rivals) expect((await read(id, rival)).customer).toBeNull()
      expect(await codeOf(await (await world.as('direct.admin'))(`${at}/${id}`))).toBe('404 gdap.not_found')
      const told = await Promise.all(rivals.map(async (rival) => codeOf(await approve(id, rival))))
      expect(told).toContain('200')
      expect(told).toContain('409 gdap.not_waiting_for_approval')
      const [winner, loser] = told[0] === '200' ? rivals : rivals.toReversed()
      expect((await read(id, winner)).status).toBe('active')
      expect(await codeOf(await (loser ?? admin)(`${at}/${id}`))).toBe('404 gdap.not_found')
      expect(await codeOf(await approve(id, loser))).toBe('409 gdap.not_waiting_for_approval')
      expect(await codeOf(await approve(id, await world.as('direct.admin')))).toBe('404 gdap.not_found')
    })

    it('BR-85: what was made for one tenant is nothing to another, before and after its yes', async () => {
      const { id } = await waiting({ customer: { tenantId: tailspin.tenantId } })
      const other = await world.as('newcustomer.globaladmin')
      expect(await codeOf(await approve(id, other))).toBe('404 gdap.not_found')
      expect(await codeOf(await approve(id))).toBe('200')
      expect(await codeOf(await approve(id, other))).toBe('404 gdap.not_found')
    })

    it('BR-78: of fifty approvals at once one counts; a repeated one is answered as the first', async () => {
      const { id } = await waiting({ customer: { tenantId: tailspin.tenantId } })
      const told = await Promise.all(Array.from({ length: 50 }, async () => codeOf(await approve(id))))
      expect(new Set(told)).toEqual(new Set(['200']))
      expect(actions(await read(id)).filter((action) => action === 'approved' || action === 'activated')).toHaveLength(2)
      const second = await waiting({ displayName: 'Second' })
      const headers = { 'Idempotency-Key': 'yes' }
      const [first, again] = [await approve(second.id, admin, headers), await approve(second.id, admin, headers)]
      expect([first.status, await again.json()]).toEqual([200, await first.json()])
    })
  })

  describe('a relationship that stands', () => {
    it.each([
      ['provider.admin', '201', '201'],
      ['customer.globaladmin', '201', '409 gdap.nothing_to_terminate'],
      ['provider.sales', '403 gdap.needs_admin_agent', '201'],
      ['customer.user', '403 admin_rights.needs_global_admin', '201'],
      ['newcustomer.globaladmin', '404 gdap.not_found', '201'],
      ['direct.admin', '404 gdap.not_found', '201'],
    ] satisfies [Person, string, string][])('BR-94: %s ends it: %s; its partner then: %s', async (person, code, then) => {
      const { id } = await active()
      expect(await codeOf(await ask(id, 'terminate', await world.as(person)))).toBe(code)
      expect((await read(id)).status).toBe(code === '201' ? 'terminated' : 'active')
      expect(await codeOf(await ask(id, 'terminate'))).toBe(then)
    })

    it('BR-94: an end asked for again by the same side, also at once, is the first; an approval after it is too late', async () => {
      const { id } = await active()
      const bodies = await Promise.all(Array.from({ length: 8 }, async () => (await ask(id, 'terminate', admin)).text()))
      expect(new Set(bodies).size).toBe(1)
      expect(actions(await read(id)).filter((action) => action === 'termination_requested')).toHaveLength(1)
      expect(await codeOf(await approve(id))).toBe('409 gdap.terminated_before')
      expect(await codeOf(await ask(id, 'terminate'))).toBe('409 gdap.nothing_to_terminate')
    })

    it('BR-89: either side turns auto-extend on and off, and changes nothing else', async () => {
      const { id } = await active()
      expect(await codeOf(await change(id, { autoExtendDuration: 'P180D' }, admin))).toBe('200')
      expect(await read(id)).toMatchObject({ autoExtendDuration: 'P180D', endsBecause: null })
      expect(await codeOf(await change(id, { autoExtendDuration: 'PT0S' }))).toBe('200')
      const unknown = await change(id, { autoExtendDuration: 'P365D' })
      expect(unknown.status).toBe(422)
      expect(await unknown.json()).toMatchObject({
        code: 'gdap.auto_extend_duration', errors: [{ pointer: '/autoExtendDuration', code: 'gdap.auto_extend_duration' }],
      })
      expect(await codeOf(await change(id, { displayName: 'Mine' }, admin))).toBe('403 gdap.not_yours')
      expect(await codeOf(await change(id, { duration: 'P700D' }))).toBe('409 gdap.finalised')
      expect(await codeOf(await change(id, { accessDetails: rolesOf(reader) }))).toBe('409 gdap.only_global_administrator_goes')
      const user = await world.as('customer.user')
      expect(await codeOf(await change(id, { autoExtendDuration: 'P180D' }, user))).toBe('403 admin_rights.needs_global_admin')
    })

    it('is not written by a change of nothing, whoever asks', async () => {
      const { id } = await active()
      const before = await read(id)
      for (const by of [agent, admin, await world.as('provider.sales'), await world.as('customer.user')])
        expect(await codeOf(await change(id, {}, by))).toBe('422 request.invalid')
      expect(await read(id)).toEqual(before)
      const { id: draftId } = await make({ displayName: 'A-draft' })
      expect(await codeOf(await change(draftId, {}))).toBe('422 request.invalid')
    })

    it('BR-89: near its end it expires soon no more from the moment that it extends itself, one alone or many at once', async () => {
      const near = { status: 'expiring', endDateTime: inDays(5) } as const
      const [one, other] = [await given(near), await given({ ...near, displayName: 'Other' })]
      const answer = await change(one.id, { autoExtendDuration: 'P180D' })
      expect(await answer.json()).toMatchObject({ status: 'active', autoExtendDuration: 'P180D', endDateTime: inDays(5) })
      expect(await read(one.id)).toMatchObject({ status: 'active', etag: answer.headers.get('etag') })
      expect(await codeOf(await change(one.id, { autoExtendDuration: 'PT0S' }))).toBe('200')
      expect(await read(one.id)).toMatchObject({ status: 'expiring' })
      const json = { ids: [one.id, other.id], autoExtendDuration: 'P180D' }
      expect(await codeOf(await agent('/delegated-admin/auto-extend', { json }))).toBe('200')
      const both = async () => (await Promise.all([one, other].map(({ id }) => read(id)))).map(({ status }) => status)
      expect(await both()).toEqual(['active', 'active'])
      expect(await codeOf(await agent('/delegated-admin/auto-extend', { json: { ...json, autoExtendDuration: 'PT0S' } }))).toBe('200')
      expect(await both()).toEqual(['expiring', 'expiring'])
    })

    it('BR-87, BR-88: Global administrator goes first, then it may extend itself', async () => {
      const { id } = await given({ roles: [reader, globalAdmin] })
      await giveAssignment(world.db, 'contoso', id, { roles: [reader, globalAdmin] })
      expect(await codeOf(await change(id, { autoExtendDuration: 'P180D' }))).toBe('409 gdap.global_administrator_blocks_auto_extend')
      expect(await codeOf(await change(id, { autoExtendDuration: 'P180D' }, admin))).toBe('409 gdap.only_partner_unblocks_auto_extend')
      expect(await codeOf(await change(id, { accessDetails: rolesOf(reader) }, admin))).toBe('403 gdap.not_yours')
      const answer = await change(id, { accessDetails: rolesOf(reader), autoExtendDuration: 'P180D' })
      expect(answer.status).toBe(202)
      expect(await answer.json()).toMatchObject({ accessDetails: rolesOf(reader), autoExtendDuration: 'P180D', endsBecause: null })
      const { items } = (await (await agent(`${at}/${id}/access-assignments`)).json()) as { items: { accessDetails: unknown }[] }
      expect(items.map(({ accessDetails }) => accessDetails)).toEqual([rolesOf(reader)])
    })
  })

  it('BR-79: a reseller answers what its provider made for it, before the customer is asked', async () => {
    const reseller = await world.as('reseller.admin')
    const json = { resellerId: organizationId('litware') }
    const made = await make(json)
    const provider = { indirectProviderTenantId: tenantId('contoso'), indirectProviderName: 'Contoso Distribution' }
    expect(made).toMatchObject({ partner: { displayName: 'Litware Resell' }, isPartnerConsentPending: true, ...provider })
    expect(await codeOf(await ask(made.id, 'lockForApproval'))).toBe('403 gdap.not_yours')
    expect(await codeOf(await ask(made.id, 'lockForApproval', reseller))).toBe('409 gdap.your_consent_pending')
    const many = { json: { ids: [made.id], autoExtendDuration: 'P180D' } }
    const outcome = { items: [{ outcome: 'refused', problem: { code: 'gdap.your_consent_pending', rule: 'BR-79' } }] }
    expect(await codeOf(await change(made.id, { duration: 'P30D' }, reseller))).toBe('409 gdap.your_consent_pending')
    expect(await (await reseller('/delegated-admin/auto-extend', many)).json()).toMatchObject(outcome)
    const remove = { method: 'DELETE', headers: { 'If-Match': '*' } }
    expect(await codeOf(await reseller(`${at}/${made.id}`, remove))).toBe('409 gdap.your_consent_pending')
    expect(await codeOf(await agent(`${at}/${made.id}`, remove))).toBe('403 gdap.not_yours')
    expect(await codeOf(await change(made.id, { duration: 'P30D' }))).toBe('403 gdap.not_yours')
    expect(await codeOf(await ask(made.id, 'approve'))).toBe('403 gdap.not_yours')
    expect(await codeOf(await ask(made.id, 'approve', reseller))).toBe('201')
    expect(await codeOf(await ask(made.id, 'approve', reseller))).toBe('201')
    expect(await codeOf(await ask(made.id, 'reject', reseller))).toBe('409 gdap.consented_before')
    expect(await codeOf(await change(made.id, { duration: 'P30D' }, reseller))).toBe('200')
    expect(await codeOf(await ask(made.id, 'lockForApproval', reseller))).toBe('201')
    expect(await codeOf(await approve(made.id))).toBe('200')
    const other = await make({ ...json, displayName: 'Unwanted' })
    const rejected = await (await ask(other.id, 'reject', reseller)).json()
    expect(await (await ask(other.id, 'reject', reseller)).json()).toEqual(rejected)
    expect(await codeOf(await ask(other.id, 'approve', reseller))).toBe('409 gdap.rejected_before')
    expect(await codeOf(await ask(other.id, 'reject'))).toBe('404 gdap.not_found')
    expect(await codeOf(await agent(`${at}/${other.id}`))).toBe('404 gdap.not_found')
    const stranger = await agent(at, { json: draft({ resellerId: organizationId('adatum'), displayName: 'No' }) })
    expect(stranger.status).toBe(422)
  })
})
