import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GdapBulkAnswer, GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import type { DapCustomer } from '../../../domain/dap/schemas.ts'
import { globalAdministrator, roleNamed } from '../../../domain/gdap/roles/catalogue.ts'
import { roleTemplates } from '../../../domain/gdap/roles/templates.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const reader = roleNamed('Directory Readers')
const accessOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })
const told = async (answer: Response) => (answer.ok ? `${answer.status}` : `${answer.status} ${((await answer.json()) as Problem).code}`)
const results = (outcomes: GdapBulkOutcome[]) => outcomes.map(({ outcome, problem }) => (problem ? `${outcome} ${problem.code}` : outcome))

describe('requests for many customers', () => {
  let world: World
  let agent: Call
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin Toys', 'reseller', { dap: true })
  })
  afterAll(() => world.close())

  let number = 0
  const item = (changes: Record<string, unknown> = {}) => {
    number += 1
    return {
      key: `key ${number}`, customerTenantId: tenantId('tailspin'), displayName: `Request-${number}`, duration: 'P365D',
      accessDetails: accessOf(reader), ...changes,
    }
  }
  const bulk = async (items: unknown[], { dryRun = false, call = agent, finalise = true } = {}) => {
    const answer = await call('/delegated-admin/bulk', { json: { dryRun, items, finalise } })
    expect(answer.status).toBe(200)
    return ((await answer.json()) as GdapBulkAnswer).outcomes
  }
  const stored = () => world.db.selectFrom('gdap_relationships').selectAll().orderBy('created_at').orderBy('id').execute()

  it('makes each for its customer, finalised, with its link; says what is wrong with the others, in their order', async () => {
    const items = [
      item(),
      item({ customerTenantId: tenantId('northwind') }),
      item({ duration: 'P731D' }),
      item({ displayName: 'not a name' }),
      item({ displayName: 'MLT_Support' }),
      item({ duration: 'P6M' }),
      item({ accessDetails: accessOf() }),
      item({ accessDetails: accessOf(globalAdministrator), autoExtendDuration: 'P180D' }),
      item({ accessDetails: accessOf(crypto.randomUUID()) }),
    ]
    const outcomes = await bulk(items)
    expect(results(outcomes)).toEqual([
      'created', 'created', 'refused gdap.duration', 'refused gdap.name_form', 'refused gdap.name_reserved',
      'refused gdap.duration_in_months', 'refused gdap.needs_role',
      'refused gdap.global_administrator_blocks_auto_extend', 'refused gdap.unknown_role',
    ])
    expect(outcomes.map(({ key }) => key)).toEqual(items.map(({ key }) => key))
    const [one, other] = outcomes
    expect(one).toMatchObject({ customer: { displayName: 'Tailspin Toys' }, advice: ['dap_still_stands'] })
    expect(other).toMatchObject({ customer: { displayName: tenantId('northwind') }, advice: ['no_reseller_relationship'] })
    expect(one?.relationship?.approvalLink).toBe(`https://portal.example/approve/${one?.relationship?.id}`)
    const rows = await stored()
    expect(rows.map(({ status, customer_tenant_id }) => [status, customer_tenant_id])).toEqual([
      ['approvalPending', tenantId('tailspin')], ['approvalPending', tenantId('northwind')],
    ])
    const events = await world.db.selectFrom('audit_events').select(['organization_id', 'action'])
      .where('noun_id', '=', one?.relationship?.id ?? '').execute()
    expect(events.map(({ organization_id, action }) => [organization_id, action])).toEqual(expect.arrayContaining([
      [organizationId('contoso'), 'gdap.created'],
      [organizationId('contoso'), 'gdap.finalised'],
      [organizationId('tailspin'), 'gdap.finalised'],
    ]))
    expect(events).toHaveLength(3)
  })

  it('says, also dry, that the customer was asked for the same roles or gave them before; of other partners nothing', async () => {
    const accessDetails = accessOf(roleNamed('Reports Reader'))
    const ofTailspin = () => item({ accessDetails })
    const ofNorthwind = () => item({ accessDetails, customerTenantId: tenantId('northwind') })
    const [granted] = await bulk([ofTailspin(), ofNorthwind()])
    await world.db.updateTable('gdap_relationships').set({ status: 'active' }).where('id', '=', granted?.relationship?.id ?? '').execute()
    const advice = async (items: unknown[], options = {}) => (await bulk(items, options)).map((outcome) => outcome.advice)
    const items = [ofTailspin(), ofNorthwind(), item({ ...ofNorthwind(), accessDetails: accessOf(roleNamed('User Administrator')) })]
    const outside = 'no_reseller_relationship'
    const expected = [['dap_still_stands', 'same_roles_stand'], [outside, 'same_roles_asked'], [outside]]
    expect(await advice(items, { dryRun: true })).toEqual(expected)
    expect(await advice(items)).toEqual(expected)
    const another = { dryRun: true, call: await world.as('direct.admin') }
    expect(await advice([ofTailspin()], another)).toEqual([[outside]])
  })

  it('dry, says the same and makes nothing; a name twice in one call is there once', async () => {
    const before = await stored()
    const twice = item()
    const items = [twice, { ...item(), displayName: twice.displayName, customerTenantId: tenantId('northwind') }, item({ duration: 'P0D' })]
    const dry = await bulk(items, { dryRun: true })
    expect(results(dry)).toEqual(['would_create', 'refused gdap.name_taken', 'refused gdap.duration'])
    expect(dry.every(({ relationship }) => relationship === null)).toBe(true)
    expect(await stored()).toEqual(before)
    expect(results(await bulk(items))).toEqual(['created', 'refused gdap.name_taken', 'refused gdap.duration'])
  })

  it('repeated by anybody of the organisation, also at once, makes nothing twice', async () => {
    const items = [item(), item(), item()]
    const answers = await Promise.all([bulk(items), bulk(items), bulk(items.toReversed())])
    expect(answers.flatMap(results).filter((result) => result === 'created')).toHaveLength(3)
    expect(answers.flatMap(results).filter((result) => result === 'already_created')).toHaveLength(6)
    expect(new Set(answers.flat().map(({ relationship }) => relationship?.id)).size).toBe(3)
    const other = { ...items[0], accessDetails: accessOf(reader, roleNamed('Global Reader')) }
    expect(results(await bulk([other]))).toEqual(['refused gdap.name_taken'])
  })

  it('leaves drafts when it is asked to, and sends them when it is asked to send the same, once', async () => {
    const draft = item()
    const [made] = await bulk([draft], { finalise: false })
    expect(made?.relationship).toMatchObject({ status: 'created', approvalLink: null })
    expect(results(await bulk([draft], { finalise: false }))).toEqual(['already_created'])
    expect(results(await bulk([draft, draft], { dryRun: true }))).toEqual(['would_create', 'already_created'])
    const answers = await Promise.all([bulk([draft, draft]), bulk([draft, draft])])
    expect(answers.flatMap(results).toSorted()).toEqual(['already_created', 'already_created', 'already_created', 'created'])
    for (const [sent] of answers) expect(sent?.relationship).toMatchObject({ id: made?.relationship?.id, status: 'approvalPending' })
    const events = await world.db.selectFrom('audit_events').select('action').where('organization_id', '=', organizationId('contoso'))
      .where('noun_id', '=', made?.relationship?.id ?? '').execute()
    expect(events.map(({ action }) => action)).toEqual(['gdap.created', 'gdap.finalised'])
  })

  it('sends what somebody else drafts at the same time, once', async () => {
    const items = Array.from({ length: 8 }, () => item())
    const answers = await Promise.all([bulk(items, { finalise: false }), bulk(items), bulk(items.toReversed()), bulk(items)])
    expect(answers.flatMap(results).filter((result) => !/^(already_)?created$/v.test(result))).toEqual([])
    const names = items.map(({ displayName }) => displayName)
    const rows = (await stored()).filter(({ display_name }) => names.includes(display_name))
    expect(rows.map(({ status }) => status)).toEqual(names.map(() => 'approvalPending'))
    const events = await world.db.selectFrom('audit_events').select('action').where('organization_id', '=', organizationId('contoso'))
      .where('noun_id', 'in', rows.map(({ id }) => id)).execute()
    expect(events.filter(({ action }) => action === 'gdap.finalised')).toHaveLength(items.length)
    expect(results(await bulk(items))).toEqual(items.map(() => 'already_created'))
  })

  it('BR-82 a name of other terms is no repetition; of what was granted meanwhile it is, of what has lapsed it is taken', async () => {
    const [one, two] = [item(), item()]
    const [sent] = await bulk([one])
    const other = [{ duration: 'P730D' }, { autoExtendDuration: 'P180D' }, { duration: 'P1Y' }].map((terms) => ({ ...one, ...terms }))
    const expected = ['refused gdap.name_has_other_terms', 'refused gdap.name_has_other_terms', 'already_created']
    expect(results(await bulk(other, { dryRun: true }))).toEqual(expected)
    expect(results(await bulk(other))).toEqual(expected)
    const change = (values: Record<string, unknown>) =>
      world.db.updateTable('gdap_relationships').set(values).where('id', '=', sent?.relationship?.id ?? '').execute()
    await change({ status: 'active' })
    expect((await bulk([one]))[0]).toMatchObject({ outcome: 'already_created', relationship: { status: 'active', approvalLink: null } })
    await change({ status: 'approvalPending', since: new Date(world.now().getTime() - 91 * 86_400_000).toISOString() })
    expect(results(await bulk([one]))).toEqual(['refused gdap.name_taken'])
    const twice = await bulk([two, two], { dryRun: true })
    expect(twice.map(({ outcome, relationship }) => [outcome, relationship])).toEqual([['would_create', null], ['already_created', null]])
  })

  it.each<[string, Person, string]>([
    ['BR-77 a Sales agent', 'provider.sales', '403 gdap.needs_admin_agent'],
    ['BR-77 a customer', 'customer.globaladmin', '403 gdap.customer_cannot_request'],
    ['section L a cloud without it', 'direct-us.admin', '403 gdap.cloud_unavailable'],
  ])('refuses %s the whole call', async (_who, person, expected) => {
    const before = await stored()
    const call = await world.as(person)
    expect(await told(await call('/delegated-admin/bulk', { json: { dryRun: false, items: [item()] } }))).toBe(expected)
    const move = { dryRun: false, customerTenantIds: [tenantId('tailspin')], templateId: 'specialist' }
    expect(await told(await call('/delegated-admin/dap/move', { json: move }))).toBe(expected)
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['no items', []], ['501 items', Array.from({ length: 501 }, () => item())], ['an item without a key', [{ ...item(), key: '' }]],
    ['roles at approval that are none', [item({ accessDetails: {} })]],
  ])('answers %s with 422', async (_what, items) =>
    expect(await told(await agent('/delegated-admin/bulk', { json: { dryRun: false, items } }))).toBe('422 request.invalid'))
})

describe('delegated admin privileges that stand', () => {
  let world: World
  let direct: Call
  const tenants = [tenantId('lucerne'), '00000000-0000-7999-8000-000000000001', '00000000-0000-7999-8000-000000000002']
  beforeAll(async () => {
    world = await openWorld()
    direct = await world.as('direct.admin')
    for (const [position, tenant] of tenants.entries())
      await giveCustomer(world.db, 'adatum', tenant, `Customer ${position}`, 'reseller', { dap: position < 2 })
  })
  afterAll(() => world.close())

  const list = async (call = direct, query = '') =>
    (await (await call(`/delegated-admin/dap${query}`)).json()) as Page<DapCustomer> & { facts: Record<string, string[]> }
  const move = async (changes: Record<string, unknown> = {}, call = direct) =>
    call('/delegated-admin/dap/move', { json: { dryRun: false, customerTenantIds: tenants, templateId: 'service_desk_agent', ...changes } })
  const outcomesOf = async (answer: Response) => ((await answer.json()) as GdapBulkAnswer).outcomes

  it('BR-73 are listed with since when, whether they are used as far as is known, what ends them and what that leaves', async () => {
    const { items, total, facts } = await list()
    expect(items.map(({ customer, activity, lastUsedAt }) => [customer.displayName, activity, lastUsedAt])).toEqual([
      ['Customer 0', 'recent', null], ['Customer 1', 'recent', null],
    ])
    expect(total).toEqual({ count: 2, capped: false })
    expect(facts.leaves).toEqual(['reseller_relationship', 'subscriptions', 'ordering', 'granular_relationships'])
    expect(facts.loses).toEqual(['company_details', 'users_and_licenses', 'support_tickets', 'admin_centers'])
    const first = await list(direct, '?limit=1')
    const second = await list(direct, `?limit=1&cursor=${first.nextCursor}`)
    expect([first.items[0]?.customer, second.items[0]?.customer, second.nextCursor]).toEqual([items[0]?.customer, items[1]?.customer, null])
    expect((await list(await world.as('provider.admin'))).items).toEqual([])
    expect(await told(await (await world.as('customer.globaladmin'))('/delegated-admin/dap'))).toBe('403 gdap.customer_cannot_request')
  })

  it('BR-73 stand since the customer granted them, however long the partner has worked for it', async () => {
    const day = 86_400_000
    const later = await openWorld()
    const seen = async () => {
      const { items } = await list(await later.as('reseller.admin'))
      return items.map(({ since, activity }) => [since && since.slice(0, 10), activity])
    }
    await giveCustomer(later.db, 'litware', tenantId('tailspin'), 'Tailspin Toys')
    later.wait(400 * day)
    const customer = await later.as('customer.globaladmin')
    const granted = later.now().toISOString().slice(0, 10)
    await customer(`/my-partners/${organizationId('litware')}/grant-delegated-admin`, { method: 'POST' })
    expect(await seen()).toEqual([[granted, 'recent']])
    later.wait(91 * day)
    expect(await seen()).toEqual([[granted, 'not_known_yet']])
    await later.db.updateTable('customers').set({ dap_since: null }).execute()
    expect(await seen()).toEqual([[null, 'not_known_yet']])
    await later.close()
  })

  it('BR-73 say when they were last used, where that is known', async () => {
    const ago = (days: number) => new Date(world.now().getTime() - days * 86_400_000).toISOString()
    const [one = '', other = ''] = tenants
    const partner = { partner_id: organizationId('adatum') }
    await world.db.insertInto('dap_uses').values([
      { ...partner, tenant_id: one, last_used_at: ago(3) }, { ...partner, tenant_id: other, last_used_at: ago(91) },
      { partner_id: organizationId('contoso'), tenant_id: one, last_used_at: ago(1) },
    ]).execute()
    const { items } = await list()
    expect(items.map(({ activity, lastUsedAt }) => [activity, lastUsedAt?.slice(0, 10)])).toEqual([
      ['used', ago(3).slice(0, 10)], ['inactive', ago(91).slice(0, 10)],
    ])
    await world.db.deleteFrom('dap_uses').execute()
  })

  it('BR-99 are followed by a granular request each, once, first dry; the privileges stay until the customer removes them', async () => {
    const expected = (outcome: string) => [outcome, outcome, 'refused gdap.no_dap']
    expect(results(await outcomesOf(await move({ dryRun: true })))).toEqual(expected('would_create'))
    expect(await world.db.selectFrom('gdap_relationships').select('id').execute()).toEqual([])
    const made = await outcomesOf(await move())
    expect(results(made)).toEqual(expected('created'))
    expect(made[0]).toMatchObject({ customer: { displayName: 'Customer 0' }, advice: ['dap_still_stands'] })
    expect(results(await outcomesOf(await move()))).toEqual(expected('already_created'))
    const rows = await world.db.selectFrom('gdap_relationships').selectAll().execute()
    for (const { roles, status } of rows) expect([roles, status]).toEqual([roleTemplates.service_desk_agent, 'approvalPending'])
    expect((await list()).items).toHaveLength(2)
  })

  it('BR-76 are followed by no request that seems to be of Microsoft’s own transition', async () => {
    expect(results(await outcomesOf(await move({ dryRun: true, namePrefix: 'MLT_' })))).toEqual([
      'refused gdap.name_reserved', 'refused gdap.name_reserved', 'refused gdap.no_dap',
    ])
  })

  it('BR-99 are the condition also of a draft that waits under the name: it is sent where they stand, and nowhere else', async () => {
    const [, , asked] = await outcomesOf(await move({ dryRun: true, namePrefix: 'Draft' }))
    const draft = {
      key: 'draft', customerTenantId: tenants[2], displayName: asked?.displayName, duration: 'P730D', autoExtendDuration: 'P180D',
      accessDetails: accessOf(...roleTemplates.service_desk_agent),
    }
    await direct('/delegated-admin/bulk', { json: { dryRun: false, finalise: false, items: [draft] } })
    const moved = async () => {
      const answer = await move({ namePrefix: 'Draft', customerTenantIds: [tenants[2]], duration: 'P730D', autoExtendDuration: 'P180D' })
      const { status } = await world.db.selectFrom('gdap_relationships').select('status')
        .where('display_name', '=', draft.displayName ?? '').executeTakeFirstOrThrow()
      return [...results(await outcomesOf(answer)), status]
    }
    expect(await moved()).toEqual(['refused gdap.no_dap', 'created'])
    await world.db.updateTable('customers').set({ dap: true }).where('id', '=', tenants[2] ?? '').execute()
    expect(await moved()).toEqual(['created', 'approvalPending'])
    await world.db.updateTable('customers').set({ dap: false }).where('id', '=', tenants[2] ?? '').execute()
  })

  it('are moved with a template of the partner’s own, and with no other', async () => {
    const kept = await direct('/delegated-admin/templates', { json: { name: 'Own', roles: [reader] } })
    const { id: templateId, etag } = (await kept.json()) as { id: string; etag: string }
    expect(results(await outcomesOf(await move({ templateId, namePrefix: 'Own', customerTenantIds: [tenants[0]] })))).toEqual(['created'])
    const changed = await direct(`/delegated-admin/templates/${templateId}`, {
      method: 'PUT', json: { name: 'Own', roles: [reader, roleNamed('Global Reader')] },
    })
    expect(changed.status).toBe(200)
    const asChecked = { templateId, templateEtag: etag, namePrefix: 'Seen', customerTenantIds: [tenants[1]] }
    expect(await told(await move(asChecked))).toBe('409 gdap.template_changed')
    const { etag: present } = (await changed.json()) as { etag: string }
    expect(results(await outcomesOf(await move({ ...asChecked, templateEtag: present })))).toEqual(['created'])
    const builtIn = { templateEtag: null, namePrefix: 'Built-in', customerTenantIds: [tenants[1]] }
    expect(results(await outcomesOf(await move(builtIn)))).toEqual(['created'])
    const foreign = await world.as('provider.admin')
    expect(await told(await move({ templateId }, foreign))).toBe('404 gdap.template_not_found')
    expect(results(await outcomesOf(await move({}, foreign)))).toEqual(tenants.map(() => 'refused gdap.no_dap'))
  })
})
