import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agreement } from '../../../domain/agreements/schemas.ts'
import { capabilityActions } from '../../../domain/customers/capability-actions.ts'
import { CapabilityAnswer, type Customer } from '../../../domain/customers/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { giveSubscription } from '../testing/bought.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const tailspin = tenantId('tailspin')
const lucerne = tenantId('lucerne')
const attestation = { firstName: 'Sora', lastName: 'Min', email: 'sora@tailspin.example', dateAgreed: '2026-03-01' }

describe('a relationship', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    const ofContoso = { owner_id: organizationId('contoso'), reseller_id: organizationId('litware') }
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys', 'reseller', { ...ofContoso, dap: true })
    await giveCustomer(world.db, 'litware', tailspin, 'Tailspin Toys', 'reseller', ofContoso)
    await giveCustomer(world.db, 'adatum', lucerne, 'Lucerne Livros', 'reseller', { country: 'BR', dap: true })
  })
  afterEach(() => world.close())

  const path = (rest = '', id = tailspin) => `/customers/${id}${rest}`
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const post = (call: Call, rest: string, json: unknown = {}, headers = {}, id = tailspin) =>
    call(path(rest, id), { json, headers: { 'Content-Type': 'application/json', ...headers } })
  const customer = async (call = sales, id = tailspin) => (await (await call(path('', id))).json()) as Customer
  const events = async (call = sales) =>
    ((await (await call(path('/events'))).json()) as { items: { action: string }[] }).items.map(({ action }) => action)

  describe('what can be read of it', () => {
    it('BR-15: every partner with what it sells, the same for each of them', async () => {
      await giveSubscription(world.db, tailspin, 'contoso')
      const answers = await Promise.all(
        [sales, await world.as('reseller.admin')].map(async (call) => (await call(path('/partners'))).json()),
      )
      expect(answers[0]).toEqual(answers[1])
      const { items } = answers[0] as { items: PartnerOfTenant[] }
      for (const item of items) expect(PartnerOfTenant.parse(item)).toEqual(item)
      expect(items.map(({ partner, services }) => [partner.displayName, services.length])).toEqual([
        ['Contoso Distribution', 1],
        ['Litware Resell', 0],
      ])
    })

    it('BR-32: for whom a reseller works is read by the two, and by no other partner', async () => {
      await giveCustomer(world.db, 'adatum', tailspin, 'Tailspin Toys')
      const worksFor = async (person: Person) => {
        const { items } = (await (await (await world.as(person))(path('/partners'))).json()) as { items: PartnerOfTenant[] }
        return items.map(({ partner, transacts, worksFor: owner }) => [partner.displayName, transacts, owner?.displayName ?? null])
      }
      const others = [['Adatum Direct', true, null], ['Contoso Distribution', true, null]]
      expect(await worksFor('provider.sales')).toEqual([...others, ['Litware Resell', false, 'Contoso Distribution']])
      expect(await worksFor('reseller.admin')).toEqual([...others, ['Litware Resell', false, 'Contoso Distribution']])
      expect(await worksFor('direct.admin')).toEqual([...others, ['Litware Resell', false, null]])
    })

    it('BR-71: every action with its verdict, by who asks', async () => {
      const capabilities = async (call: Call) => ((await (await call(path('/capabilities'))).json()) as { items: CapabilityAnswer[] }).items
      const [own, reseller] = [await capabilities(sales), await capabilities(await world.as('reseller.admin'))]
      for (const item of own) expect(CapabilityAnswer.parse(item)).toEqual(item)
      expect(own.map(({ action }) => action)).toEqual(capabilityActions)
      const verdict = (items: CapabilityAnswer[], action: string) => items.find((item) => item.action === action)?.verdict
      expect(verdict(own, 'order')).toMatchObject({ allowed: false, code: 'agreement.needed_to_order', rule: 'BR-68' })
      expect(verdict(own, 'see_company_details')).toEqual({ allowed: true })
      expect(verdict(reseller, 'order')).toMatchObject({ allowed: false, whoMay: ['direct_partner', 'indirect_provider'] })
      expect(verdict(reseller, 'see_company_details')).toMatchObject({ code: 'capability.no_admin_rights', rule: 'BR-70' })
      await post(sales, '/agreement', attestation)
      expect(verdict(await capabilities(sales), 'order')).toEqual({ allowed: true })
      await giveSubscription(world.db, tailspin, 'contoso')
      expect(verdict(await capabilities(sales), 'remove_relationship')).toMatchObject({
        code: 'relationship.has_blockers',
        params: { count: 1 },
      })
    })

    it.each(['/partners', '/capabilities', '/events', '/agreement', '/subscriptions'])(
      '%s of somebody else’s customer is not there',
      async (rest) => {
        for (const person of ['direct.admin', 'customer.globaladmin', 'reseller2.admin'] as const)
          expect(await codeOf(await (await world.as(person))(path(rest)))).toBe('404 customer.not_found')
        expect(await codeOf(await sales(path(rest, 'x')))).toBe('404 customer.not_found')
        expect(await codeOf(await world.guest(path(rest)))).toBe('401 session.required')
      },
    )
  })

  describe('the agreement', () => {
    it('BR-66: is attested by the partner once; the first word stays and is history, and another is told so', async () => {
      expect(await (await sales(path('/agreement'))).json()).toEqual({
        applies: true,
        status: 'none',
        basis: null,
        by: null,
        contact: null,
        dateAgreed: null,
      })
      const { dateAgreed, ...contact } = attestation
      const expected: Agreement = { applies: true, status: 'accepted', basis: 'said_by_partner', by: 'partner', contact, dateAgreed }
      expect(await (await post(sales, '/agreement', attestation)).json()).toEqual(expected)
      expect(await (await post(sales, '/agreement', attestation)).json()).toEqual(expected)
      for (const other of [{ firstName: 'Another' }, { dateAgreed: '1990-01-01' }]) {
        const refused = await post(sales, '/agreement', { ...attestation, ...other })
        expect([refused.status, await refused.json()]).toMatchObject([409, {
          code: 'agreement.attested_otherwise', rule: 'BR-66', params: { name: 'Sora Min', date: dateAgreed },
        }])
      }
      expect(await (await sales(path('/agreement'))).json()).toEqual(expected)
      expect(await events()).toContain('agreement.attested')
    })

    it.each<[string, Person, object, string]>([
      ['BR-67 tomorrow', 'provider.sales', { dateAgreed: '2026-03-03' }, '422 agreement.date_in_future'],
      ['BR-67 no e-mail', 'provider.sales', { email: undefined }, '422 request.invalid'],
      ['BR-67 a day that is none', 'provider.sales', { dateAgreed: '2026-02-30' }, '422 request.invalid'],
      ['BR-67 a field too many', 'provider.sales', { title: 'Dr' }, '422 request.invalid'],
      ['BR-67 without a phone', 'provider.sales', {}, '200'],
      ['BR-67 with a phone', 'provider.sales', { phoneNumber: '02-000-0000' }, '200'],
      ['BR-54g an indirect reseller', 'reseller.admin', {}, '403 agreement.reseller_cannot_attest'],
      ['BR-66 a Helpdesk agent', 'provider.helpdesk', {}, '403 agreement.needs_admin_or_sales_agent'],
      ['another partner', 'direct.admin', {}, '404 customer.not_found'],
    ])('%s', async (_what, person, change, expected) => {
      expect(await codeOf(await post(await world.as(person), '/agreement', { ...attestation, ...change }))).toBe(expected)
    })

    it('BR-69: does not exist in China', async () => {
      await giveCustomer(world.db, 'woodgrove', tenantId('margie'), 'Margie Travel')
      const chinese = await world.as('provider-cn.admin')
      expect(await (await chinese(path('/agreement', tenantId('margie')))).json()).toMatchObject({ applies: false, status: 'none' })
      expect(await codeOf(await post(chinese, '/agreement', attestation, {}, tenantId('margie')))).toBe('403 agreement.not_in_cloud')
    })
  })

  describe('removing it', () => {
    it('BR-61, BR-63: every blocker is named, in words and by its subscription', async () => {
      await giveSubscription(world.db, tailspin, 'contoso', { offerName: 'Running' })
      await giveSubscription(world.db, tailspin, 'contoso', {
        offerName: 'Too late',
        cancellationAllowedUntilDate: '2026-01-08T00:00:00.000Z',
      })
      await giveSubscription(world.db, tailspin, 'contoso', { offerName: 'Reserved', kind: 'reservation' })
      await giveSubscription(world.db, tailspin, 'contoso', { offerName: 'Bought', kind: 'software' })
      await giveSubscription(world.db, tailspin, 'contoso', { offerName: 'Idle', status: 'suspended' })
      await giveSubscription(world.db, tailspin, 'adatum', { offerName: 'Another’s' })
      const answer = await post(sales, '/remove-relationship')
      const problem = (await answer.json()) as Problem
      expect([answer.status, problem.code, problem.rule, problem.errors?.map(({ code }) => code).toSorted()]).toEqual([
        409,
        'relationship.has_blockers',
        'BR-61',
        ['blocker.active_subscription', 'blocker.cancellation_window_closed', 'blocker.reservation', 'blocker.software'],
      ])
      expect(problem.errors?.map(({ detail }) => detail).join(' ')).toContain('closed on January 8, 2026')
      expect(problem.errors?.[0]?.pointer).toMatch(/^\/subscriptions\/[\da-f-]{36}$/)
      expect((await customer()).id).toBe(tailspin)
    })

    it('BR-62: the customer leaves both lists, its history stays, and nothing it bought changes', async () => {
      await giveSubscription(world.db, tailspin, 'contoso', { status: 'suspended' })
      const bought = () => world.db.selectFrom('subscriptions').selectAll().execute()
      const before = await bought()
      const admin = await world.as('customer.globaladmin')
      expect(await codeOf(await post(sales, '/remove-relationship'))).toBe('204')
      for (const call of [sales, await world.as('reseller.admin')]) expect(await codeOf(await call(path()))).toBe('404 customer.not_found')
      expect(await bought()).toEqual(before)
      expect(((await (await admin('/my-partners')).json()) as { items: unknown[] }).items).toEqual([])
      expect(await (await sales('/customers')).json()).toMatchObject({ total: { count: 0 } })
      const audit = (await (await sales('/audit/recent?limit=50')).json()) as { items: { action: string }[] }
      expect(audit.items[0]?.action).toBe('relationship.removed')
      expect(await codeOf(await post(sales, '/remove-relationship'))).toBe('404 customer.not_found')
    })

    it('BR-64: a new yes lists it again under the same tenant id, without the admin rights of before', async () => {
      await post(sales, '/remove-relationship')
      const { link } = (await (await sales('/invitations', { json: draft() })).json()) as InvitationWithLink
      await (
        await world.as('customer.globaladmin')
      )(`/acceptance/${tokenIn(link)}/accept`, { json: { agreementAccepted: true } })
      expect(await customer()).toMatchObject({ id: tailspin, relationshipToPartner: 'reseller', allowDelegatedAccess: false })
    })

    it.each<[string, Person, object, string]>([
      ['BR-60 an indirect reseller', 'reseller.admin', {}, '403 relationship.reseller_asks_provider'],
      ['BR-60 a Helpdesk agent', 'provider.helpdesk', {}, '403 relationship.removal_needs_admin_or_sales_agent'],
      ['another partner', 'direct.admin', {}, '404 customer.not_found'],
      ['the customer', 'customer.globaladmin', {}, '404 customer.not_found'],
      ['a version that is another by now', 'provider.sales', { 'If-Match': '"9"' }, '412 request.stale'],
    ])('is refused: %s', async (_what, person, headers, expected) => {
      expect(await codeOf(await post(await world.as(person), '/remove-relationship', {}, headers))).toBe(expected)
      expect((await customer()).id).toBe(tailspin)
    })

    it('with one key, at once and again, is done once; without one the second finds nothing', async () => {
      const once = () => post(sales, '/remove-relationship', {}, { 'Idempotency-Key': 'gone' })
      const told = await Promise.all([once(), once(), once()].map(async (answer) => codeOf(await answer)))
      expect([...told, await codeOf(await once())]).toEqual(['204', '204', '204', '204'])
      expect(await codeOf(await post(sales, '/remove-relationship'))).toBe('404 customer.not_found')
    })
  })

  describe('asking for the reseller', () => {
    it.each<[string, Person, string]>([
      ['BR-29 the owner', 'provider.sales', '204'],
      ['BR-29 the reseller', 'reseller.admin', '403 admin_rights.owner_asks'],
      ['BR-40 a Helpdesk agent', 'provider.helpdesk', '403 admin_rights.needs_admin_or_sales_agent'],
      ['another partner', 'direct.admin', '404 customer.not_found'],
    ])('%s', async (_what, person, expected) => {
      expect(await codeOf(await post(await world.as(person), '/ask-admin-rights'))).toBe(expected)
    })

    it('BR-28: is the customer’s own choice in China, and needs a reseller elsewhere', async () => {
      await giveCustomer(world.db, 'woodgrove', tenantId('margie'), 'Margie Travel')
      expect(await codeOf(await post(await world.as('provider-cn.admin'), '/ask-admin-rights', {}, {}, tenantId('margie')))).toBe(
        '403 admin_rights.customer_chooses',
      )
      expect(await codeOf(await post(await world.as('direct.admin'), '/ask-admin-rights', {}, {}, lucerne))).toBe(
        '409 admin_rights.no_reseller',
      )
      expect(await codeOf(await post(sales, '/ask-admin-rights', {}, { 'If-Match': '"9"' }))).toBe('412 request.stale')
    })
  })

  describe('extending it to a provider', () => {
    const extend = async (person: Person = 'direct.admin', body: object = {}, headers = {}) =>
      post(
        await world.as(person),
        '/extend-relationship',
        { providerId: organizationId('wideworld'), customerConsents: true, ...body },
        headers,
        lucerne,
      )

    it('BR-54e: the provider has the customer too, without admin rights; the partner’s line stays', async () => {
      const direct = await world.as('direct.admin')
      const before = await customer(direct, lucerne)
      expect(await codeOf(await extend())).toBe('204')
      const provider = await world.as('provider-br.admin')
      expect(await customer(provider, lucerne)).toMatchObject({
        allowDelegatedAccess: false,
        owner: { id: organizationId('wideworld') },
        reseller: { id: organizationId('adatum') },
      })
      const { etag: _etag, lastEventAt: _at, ...after } = await customer(direct, lucerne)
      expect(before).toMatchObject(after)
      expect(await codeOf(await extend())).toBe('409 extension.already_extended')
    })

    it.each<[string, Person, object, object, string]>([
      ['BR-54e without the customer’s consent', 'direct.admin', { customerConsents: false }, {}, '409 extension.needs_customer_consent'],
      [
        'BR-54e to a provider without partnership',
        'direct.admin',
        { providerId: organizationId('contoso') },
        {},
        '409 extension.no_partnership',
      ],
      ['what is no id', 'direct.admin', { providerId: 'x' }, {}, '422 request.invalid'],
      ['a version that is another by now', 'direct.admin', {}, { 'If-Match': '"9"' }, '412 request.stale'],
      ['another partner', 'provider.admin', {}, {}, '404 customer.not_found'],
    ])('is refused: %s', async (_what, person, body, headers, expected) => {
      expect(await codeOf(await extend(person, body, headers))).toBe(expected)
      expect((await (await world.as('provider-br.admin'))(path('', lucerne))).status).toBe(404)
    })

    it('BR-54e: only a partner that is turning indirect', async () => {
      expect(
        await codeOf(await post(sales, '/extend-relationship', { providerId: organizationId('wideworld'), customerConsents: true })),
      ).toBe('403 extension.only_transitioning_partner')
    })
  })
})
