import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Acceptance, Invitation, InvitationDetail, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const agreed = { json: { agreementAccepted: true } }

describe('answering an invitation', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const make = async (by: Person, changes: Record<string, unknown> = {}) => {
    const body = (await (await (await world.as(by))('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    return { ...body, path: `/acceptance/${tokenIn(body.link)}` }
  }
  const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const customersOf = async (person: Person) => ((await (await (await world.as(person))('/customers')).json()) as Page<Customer>).items

  it('reads an answer without a body as one that leaves everything out', async () => {
    const { path } = await make('provider.sales')
    const customer = await world.as('newcustomer.globaladmin')
    expect(await codeOf(await customer(`${path}/accept`, { method: 'POST' }))).toBe('409 acceptance.agreement_required')
    expect(await codeOf(await customer(`${path}/decline`, { method: 'POST' }))).toBe('200')
  })

  it('shows before signing in who asks for what, through whom, until when, and what does not change', async () => {
    const { path, expiresAt } = await make(
      'provider.sales', { ...throughLitware, language: 'ko', customer: { companyName: 'Northwind' }, note: 'internal' },
    )
    const answer = await world.guest(path)
    const body = await answer.text()
    expect(JSON.parse(body)).toEqual({
      state: 'sent', language: 'ko', cloud: 'global',
      inviter: {
        displayName: 'Contoso Distribution', domain: 'contoso.example', country: 'KR',
        standing: { domains: [], hasSignedIn: false, imitates: null, logo: null },
      },
      through: { displayName: 'Litware Resell', domain: 'litware.example' },
      seller: 'through',
      contact: { person: 'Person provider.sales', organization: 'Contoso Distribution', email: 'provider.sales@contoso.example' },
      invited: { companyName: 'Northwind', tenantId: null },
      asks: ['reseller_relationship'],
      doesNotChange: ['subscriptions', 'ownership', 'terms', 'partner_of_record'],
      policy: { acceptancePlace: 'microsoft_365_admin_center', multiPartner: true, customerAgreement: true },
      agreement: 'asked', expiresAt, answered: null, stands: [],
    } satisfies Acceptance)
  })

  it('looking changes nothing, opening does once, and a partner’s own look does not count', async () => {
    const { id, path } = await make('provider.sales', throughLitware)
    const sales = await world.as('provider.sales')
    const read = async () => (await (await sales(`/invitations/${id}`)).json()) as InvitationDetail
    await world.guest(path)
    for (const person of ['provider.sales', 'reseller.admin'] as const) await (await world.as(person))(`${path}/open`, { method: 'POST' })
    expect((await read()).etag).toBe('"1"')
    expect(await (await world.guest(`${path}/open`, { method: 'POST' })).json()).toMatchObject({ state: 'opened' })
    await world.guest(`${path}/open`, { method: 'POST' })
    expect(await read()).toMatchObject({ state: 'opened', turn: 'customer', etag: '"2"' })
    expect((await read()).history.at(-1)).toMatchObject({ action: 'opened', by: '' })
  })

  it('BR-28, BR-36 accepting puts the customer into the lists: the provider owns, the reseller is named and gets no right', async () => {
    const { id, path } = await make('provider.sales', throughLitware)
    const admin = await world.as('newcustomer.globaladmin')
    const answer = await admin(`${path}/accept`, agreed)
    const receipt = (await answer.json()) as Receipt
    expect(answer.status).toBe(200)
    expect(receipt).toMatchObject({
      answer: 'accepted', by: 'Person newcustomer.globaladmin', tenant: { displayName: 'Northwind Traders' },
      through: { displayName: 'Litware Resell' },
      inviter: { displayName: 'Contoso Distribution' }, granted: ['reseller_relationship'], unchanged: [
        'subscriptions', 'ownership', 'terms', 'partner_of_record',
      ],
    })
    expect(await (await admin(`/receipts/${receipt.id}`)).json()).toEqual({ ...receipt, hasEnded: false })
    expect((await (await admin('/receipts')).json() as Page<Receipt>).items).toEqual([receipt])
    for (const person of ['provider.helpdesk', 'reseller.admin'] as const)
      expect(await customersOf(person)).toMatchObject([{
        id: tenantId('northwind'), owner: { displayName: 'Contoso Distribution' }, reseller: { displayName: 'Litware Resell' },
        relationshipToPartner: 'reseller', allowDelegatedAccess: false,
      }])
    expect(await customersOf('reseller2.admin')).toEqual([])
    const shown = (await (await (await world.as('reseller.admin'))(`/invitations/${id}`)).json()) as Invitation
    expect(shown).toMatchObject({ state: 'accepted', turn: 'done', acceptedCount: 1, acceptedBy: { displayName: 'Northwind Traders' } })
  })

  it('BR-29 in Germany delegated admin is the direct partner’s, not the reseller’s', async () => {
    const { path } = await make('direct-de.admin', { includeDap: true, delivery: 'via_reseller', resellerId: organizationId('wingtip') })
    const receipt = (await (await (await world.as('customer-de.globaladmin'))(`${path}/accept`, { json: {} })).json()) as Receipt
    expect(receipt.granted).toEqual(['reseller_relationship', 'delegated_admin'])
    expect(await customersOf('direct-de.admin')).toMatchObject([{
      allowDelegatedAccess: true, owner: { displayName: 'Fabrikam Deutschland' },
    }])
    expect(await customersOf('reseller-de.admin')).toMatchObject([{
      allowDelegatedAccess: false, owner: { displayName: 'Fabrikam Deutschland' },
    }])
  })

  it.each<[string, Person, Record<string, unknown>, Person, string, ('created' | 'failed')?]>([
    ['BR-33 not a Global admin', 'provider.sales', {}, 'newcustomer.user', '403 acceptance.needs_global_admin', 'failed'],
    [
      'BR-33 another tenant than is named', 'provider.sales', { customer: { tenantId: tenantId('tailspin') } }, 'newcustomer.globaladmin',
      '403 acceptance.wrong_tenant',
    ],
    ['BR-54d the partner itself', 'provider.sales', {}, 'provider.admin', '403 acceptance.own_tenant'],
    ['BR-54c the own reseller', 'provider.sales', {}, 'reseller.admin', '403 acceptance.own_reseller'],
    ['BR-21 another CSP partner', 'provider.sales', {}, 'direct.admin', '403 acceptance.partner_tenant'],
    ['BR-21 a reseller whose partnership is over', 'provider.sales', {}, 'reseller2.admin', '403 acceptance.partner_tenant'],
    ['BR-39 another country', 'provider.sales', {}, 'newcustomer-br.globaladmin', '403 acceptance.region_mismatch', 'failed'],
    ['BR-34 another cloud', 'provider.sales', {}, 'customer-cn.globaladmin', '403 acceptance.other_cloud', 'failed'],
    ['BR-35 without the agreement', 'provider.sales', {}, 'newcustomer.globaladmin', '409 acceptance.agreement_required'],
  ])('%s is refused, and the invitation stays open', async (_what, maker, changes, person, expected, state = 'created') => {
    const { path, id } = await make(maker, changes)
    const caller = await world.as(person)
    expect(await codeOf(await caller(`${path}/accept`, expected.includes('agreement') ? { json: {} } : agreed))).toBe(expected)
    const turn = state === 'failed' ? 'customer' : 'provider'
    expect(await (await (await world.as(maker))(`/invitations/${id}`)).json()).toMatchObject({ state, turn, acceptedCount: 0 })
    expect(((await (await caller('/receipts')).json()) as Page<Receipt>).total.count).toBe(0)
  })

  it('BR-35 an agreement that was given once is not asked again', async () => {
    const admin = await world.as('newcustomer.globaladmin')
    expect(await codeOf(await admin(`${(await make('provider.sales')).path}/accept`, agreed))).toBe('200')
    expect(await codeOf(await admin(`${(await make('provider.sales')).path}/accept`, { method: 'POST' }))).toBe('200')
  })

  it('BR-69 in China none is asked', async () => {
    const { path } = await make('provider-cn.admin', { includeDap: true })
    expect(await (await world.guest(path)).json()).toMatchObject({ agreement: 'not_applicable' })
    expect(await codeOf(await (await world.as('customer-cn.globaladmin'))(`${path}/accept`, { method: 'POST' }))).toBe('200')
  })

  it('BR-06 in US Government a second partner is refused', async () => {
    await giveCustomer(world.db, 'adatum', tenantId('agency'), 'Humongous Agency')
    const { path } = await make('direct-us.admin', { includeDap: true })
    expect(await codeOf(await (await world.as('customer-us.globaladmin'))(
      `${path}/accept`, { method: 'POST' },
    ))).toBe('403 acceptance.single_partner')
  })

  it('a dead link says why, to whoever holds it', async () => {
    const admin = await world.as('newcustomer.globaladmin')
    const used = await make('provider.sales')
    await admin(`${used.path}/accept`, agreed)
    expect(await codeOf(await admin(`${used.path}/accept`, agreed))).toBe('200')
    const other = await world.as('customer.globaladmin')
    expect(await codeOf(await other(`${used.path}/accept`, agreed))).toBe('409 acceptance.already_used')
    expect(await codeOf(await world.guest(`${used.path}/open`, { method: 'POST' }))).toBe('409 acceptance.already_used')
    expect(await (await world.guest(used.path)).json()).toMatchObject({ state: 'accepted' })

    const declined = await make('provider.sales')
    expect(await (await admin(
      `${declined.path}/decline`, { json: { reason: ' too early ' } },
    )).json()).toMatchObject({ answer: 'declined', reason: 'too early', granted: [] })
    expect(await codeOf(await admin(`${declined.path}/accept`, agreed))).toBe('409 acceptance.declined_before')
    expect(await codeOf(await other(`${declined.path}/accept`, agreed))).toBe('409 acceptance.declined')
    expect(await (await (await world.as('provider.sales'))(`/invitations/${declined.id}`)).json()).toMatchObject({
      state: 'declined', declineReason: 'too early',
    })

    const late = await make('provider.sales', { expiresInDays: 1 })
    world.wait(24 * 60 * 60 * 1000)
    expect(await codeOf(await (await world.as('newcustomer.globaladmin'))(`${late.path}/accept`, agreed))).toBe('409 acceptance.lapsed')
    expect(await (await world.guest(late.path)).json()).toMatchObject({ state: 'lapsed' })
  })

  it.each(['x', 'A'.repeat(43), 'A'.repeat(44), '%00'.repeat(43), '../../session'])('there is no invitation behind %s', async (token) => {
    expect(await codeOf(await world.guest(`/acceptance/${encodeURIComponent(token)}`))).toBe('404 acceptance.not_found')
    expect(await codeOf(await world.guest(`/acceptance/${encodeURIComponent(token)}/accept`, agreed))).toBe('401 session.required')
  })

  it('BR-37 a reusable one serves many customers, each once, and a no of one is not the end', async () => {
    const { path, id } = await make('provider.sales', { reusable: true })
    const tailspin = await world.as('customer.globaladmin')
    const northwind = await world.as('newcustomer.globaladmin')
    expect(await codeOf(await tailspin(`${path}/decline`, { json: {} }))).toBe('200')
    expect(await codeOf(await northwind(`${path}/accept`, agreed))).toBe('200')
    expect(await codeOf(await northwind(`${path}/accept`, agreed))).toBe('200')
    expect(await codeOf(await tailspin(`${path}/accept`, agreed))).toBe('409 acceptance.declined_before')
    expect(await (await (await world.as('provider.sales'))(`/invitations/${id}`)).json()).toMatchObject({
      state: 'created', acceptedCount: 1,
    })
  })

  it('BR-37 a no to what stands already is told so: the relationship stays as it is', async () => {
    const admin = await world.as('customer.globaladmin')
    const [first, second] = [await make('provider.sales'), await make('provider.sales')]
    expect(await codeOf(await admin(`${first.path}/accept`, agreed))).toBe('200')
    const receipt = await (await admin(`${second.path}/decline`, { json: {} })).json()
    expect(receipt).toMatchObject({ answer: 'declined', granted: [], stood: ['reseller_relationship'] })
  })

  it('BR-37 the maker and the reseller in between read every no to a reusable one with its reason, and how many said what', async () => {
    const { path, id } = await make('provider.sales', { ...throughLitware, reusable: true })
    await (await world.as('customer.globaladmin'))(`${path}/decline`, { json: { reason: 'Too early\u202e for us' } })
    await (await world.as('newcustomer.globaladmin'))(`${path}/accept`, agreed)
    const answered = [
      { organization: 'Northwind Traders', answer: 'accepted', reason: null },
      { organization: 'Tailspin Toys', answer: 'declined', reason: 'Too early for us' },
    ]
    for (const person of ['provider.sales', 'reseller.admin'] as const) {
      const caller = await world.as(person)
      const { answers, ...seen } = (await (await caller(`/invitations/${id}`)).json()) as InvitationDetail
      expect(seen).toMatchObject({ acceptedCount: 1, declinedCount: 1, declineReason: null })
      expect(answers.map(({ at: _at, ...each }) => each)).toEqual(expect.arrayContaining(answered))
      expect(answers).toHaveLength(2)
      const { items } = (await (await caller('/relationship-requests?state=answered')).json()) as Page<RelationshipRequest>
      const reasons = Object.fromEntries(items.map(({ answer, reason }) => [answer, reason]))
      expect(reasons).toEqual({ accepted: null, declined: 'Too early for us' })
    }
  })

  it('BR-15, BR-17 to BR-20 touches no line of any other partner, and of the own one only the relationship', async () => {
    const tenant = tenantId('northwind')
    await giveCustomer(world.db, 'adatum', tenant, 'Northwind at Adatum')
    await giveCustomer(world.db, 'proseware', tenant, 'Northwind at Proseware')
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Another customer')
    await giveCustomer(world.db, 'contoso', tenant, 'Old name', 'advisor')
    const lines = () => world.db.selectFrom('customers').selectAll().orderBy('partner_id').orderBy('id').execute()
    const before = await lines()
    const { path } = await make('provider.sales', throughLitware)
    await (await world.as('newcustomer.globaladmin'))(`${path}/accept`, agreed)
    const after = await lines()
    const isAbout = (line: (typeof before)[number]) =>
      line.id === tenant && [organizationId('contoso'), organizationId('litware')].includes(line.partner_id)
    expect(after.filter((line) => !isAbout(line))).toEqual(before.filter((line) => !isAbout(line)))
    expect(after.filter(isAbout)).toMatchObject([
      {
        partner_id: organizationId('contoso'), relation: 'reseller', owner_id: organizationId('contoso'), aliases: ['Old name'], dap: false,
      },
      { partner_id: organizationId('litware'), relation: 'reseller', owner_id: organizationId('contoso'), dap: false },
    ])
  })

  it('BR-17, BR-54e a direct partner that forwards for its provider goes on owning the relationship it had', async () => {
    const tenant = tenantId('lucerne')
    await giveCustomer(world.db, 'adatum', tenant, 'Lucerne Livros', 'reseller', { country: 'BR' })
    const { path } = await make('provider-br.admin', { delivery: 'via_reseller', resellerId: organizationId('adatum') })
    expect(await codeOf(await (await world.as('newcustomer-br.globaladmin'))(`${path}/accept`, agreed))).toBe('200')
    const lines = await world.db.selectFrom('customers').selectAll().where('id', '=', tenant).orderBy('partner_id').execute()
    expect(lines).toMatchObject([
      { partner_id: organizationId('adatum'), relation: 'reseller', owner_id: organizationId('adatum'), reseller_id: null },
      { partner_id: organizationId('wideworld'), owner_id: organizationId('wideworld'), reseller_id: organizationId('adatum') },
    ])
    const partners = world.db.selectFrom('confirmed_partners').select('transacts').where('tenant_id', '=', tenant)
    expect(await partners.execute()).toEqual([{ transacts: true }, { transacts: true }])
  })
})
