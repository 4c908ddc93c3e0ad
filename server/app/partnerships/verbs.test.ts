import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Partnership, RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { globalAccountOfLitware, organizationId, partnerIdOf, partnershipId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, type World } from '../testing/world.ts'

describe('partnerships', () => {
  let world: World
  let provider: Call
  let reseller: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider.admin')
    reseller = await world.as('reseller2.globaladmin')
  })
  afterEach(() => world.close())

  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const request = (partnerId = partnerIdOf('proseware'), call = provider, headers = {}) =>
    call('/partnerships', { json: { partnerId }, headers: { 'Content-Type': 'application/json', ...headers } })
  const requested = async () => (await (await request()).json()) as RequestedPartnership
  const authorize = (id: string, consent: unknown = true, call = reseller, headers = {}) =>
    call(`/partnerships/${id}/authorize`, { json: { consent }, headers: { 'Content-Type': 'application/json', ...headers } })
  const remove = (id: string, call = provider, headers = {}) => call(`/partnerships/${id}/remove`, { method: 'POST', headers })
  const list = async (call: Call) =>
    ((await (await call('/partnerships')).json()) as Page<Partnership>).items.map(({ id, state }) => [id, state])

  it('BR-49, BR-50: asked for by the provider, authorized by the reseller’s Global admin, it is in both lists', async () => {
    const made = await requested()
    expect(made).toMatchObject({
      state: 'requested',
      warning: null,
      provider: { id: organizationId('contoso') },
      reseller: { id: organizationId('proseware') },
    })
    for (const call of [provider, reseller]) expect(await list(call)).toContainEqual([made.id, 'requested'])
    const answer = await authorize(made.id)
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ id: made.id, state: 'active' })])
    for (const call of [provider, reseller]) expect(await list(call)).toContainEqual([made.id, 'active'])
    const through = draft({ delivery: 'via_reseller', resellerId: organizationId('proseware') })
    expect((await (await world.as('provider.sales'))('/invitations', { json: through })).status).toBe(201)
  })

  it('BR-54: removed it changes no customer and no admin right, and can be asked for anew', async () => {
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin Toys', 'reseller', {
      dap: true,
      reseller_id: organizationId('litware'),
    })
    const customers = () => world.db.selectFrom('customers').selectAll().execute()
    const before = await customers()
    const id = partnershipId(0)
    expect(await (await remove(id)).json()).toMatchObject({ id, state: 'removed' })
    expect(await customers()).toEqual(before)
    expect(await codeOf(await remove(id))).toBe('409 partnership.removed')
    const again = (await (await request(partnerIdOf('litware'))).json()) as RequestedPartnership
    expect(again).toMatchObject({ id, state: 'requested' })
  })

  it('BR-54a: the global account’s number works, with a warning', async () => {
    await remove(partnershipId(0))
    expect(await (await request(globalAccountOfLitware)).json()).toMatchObject({
      warning: 'global_account',
      reseller: { id: organizationId('litware') },
    })
  })

  it.each<[string, Person, string, string]>([
    ['BR-49 a direct partner', 'direct.admin', partnerIdOf('proseware'), '403 partnership.only_provider_requests'],
    ['BR-49 a reseller', 'reseller.admin', partnerIdOf('proseware'), '403 partnership.only_provider_requests'],
    ['BR-49 a customer', 'customer.globaladmin', partnerIdOf('proseware'), '403 partnership.only_provider_requests'],
    ['BR-49 a Sales agent', 'provider.sales', partnerIdOf('proseware'), '403 partnership.needs_admin_agent'],
    ['BR-54a an unknown number', 'provider.admin', '9999999', '422 partnership.partner_id_unknown'],
    ['BR-54a a direct partner’s number', 'provider.admin', partnerIdOf('adatum'), '422 partnership.partner_id_unknown'],
    ['BR-54a its own number', 'provider.admin', partnerIdOf('contoso'), '422 partnership.not_indirect_reseller'],
    ['BR-52 a reseller of another cloud', 'provider.admin', partnerIdOf('alpine'), '422 partnership.partner_id_unknown'],
    ['BR-52 a reseller of another country', 'provider-br.admin', partnerIdOf('litware'), '422 partnership.partner_id_unknown'],
    ['BR-49 an active one', 'provider.admin', partnerIdOf('litware'), '422 partnership.already_active'],
    ['no number', 'provider.admin', 'x1', '422 request.invalid'],
  ])('is refused to be asked for: %s', async (_what, person, partnerId, expected) => {
    expect(await codeOf(await request(partnerId, await world.as(person)))).toBe(expected)
  })

  it('BR-49: asked twice it is asked once, also at once and with one key', async () => {
    const told = await Promise.all([1, 2, 3].map(async () => codeOf(await request())))
    expect(told.toSorted()).toEqual(['201', '422 partnership.already_requested', '422 partnership.already_requested'])
    await world.db.updateTable('partnerships').set({ state: 'removed', rank: 1 }).execute()
    const keyed = await Promise.all(
      [1, 2, 3].map(async () => (await request(partnerIdOf('proseware'), provider, { 'Idempotency-Key': 'once' })).text()),
    )
    expect(new Set(keyed).size).toBe(1)
  })

  it.each<[string, Person, unknown, string]>([
    ['BR-50 without the tick', 'reseller2.globaladmin', false, '422 partnership.consent_required'],
    ['BR-50 an Admin agent', 'reseller2.admin', true, '403 partnership.needs_global_admin'],
    ['BR-50 the provider itself', 'provider.admin', true, '403 partnership.only_reseller_authorizes'],
    ['another reseller', 'reseller.admin', true, '404 partnership.not_found'],
    ['what is no tick', 'reseller2.globaladmin', 'yes', '422 request.invalid'],
  ])('is not authorized: %s', async (_what, person, consent, expected) => {
    const { id } = await requested()
    expect(await codeOf(await authorize(id, consent, await world.as(person)))).toBe(expected)
    expect(await list(reseller)).toContainEqual([id, 'requested'])
  })

  it('BR-51: is not authorized before the agreement with Microsoft is signed', async () => {
    await world.db
      .updateTable('partner_facts')
      .set({ agreement_signed: false })
      .where('organization_id', '=', organizationId('proseware'))
      .execute()
    const made = await requested()
    expect(made.agreementSigned).toBe(false)
    expect(await codeOf(await authorize(made.id))).toBe('409 partnership.agreement_unsigned')
  })

  it('honours If-Match, repeats with a key, and is authorized once', async () => {
    const { id, etag } = await requested()
    expect(await codeOf(await authorize(id, true, reseller, { 'If-Match': '"9"' }))).toBe('412 request.stale')
    const keyed = { 'If-Match': etag, 'Idempotency-Key': 'yes' }
    expect([await codeOf(await authorize(id, true, reseller, keyed)), await codeOf(await authorize(id, true, reseller, keyed))]).toEqual([
      '200',
      '200',
    ])
    expect(await codeOf(await authorize(id))).toBe('409 partnership.not_requested')
    expect(await codeOf(await remove(id, reseller))).toBe('403 partnership.only_provider_removes')
    expect(await codeOf(await remove(id, await world.as('provider.sales')))).toBe('403 partnership.needs_admin_agent')
    expect(await codeOf(await remove(id, provider, { 'If-Match': etag }))).toBe('412 request.stale')
  })

  it('BR-32: gives the reseller none of the provider’s customers', async () => {
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin Toys')
    const { id } = await requested()
    await authorize(id)
    expect(((await (await reseller('/customers')).json()) as Page<unknown>).total.count).toBe(0)
  })
})
