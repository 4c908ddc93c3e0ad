import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { giveSubscription } from '../testing/bought.ts'
import { type CompanyKey, organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../testing/world.ts'

const tailspin = tenantId('tailspin')
const margie = tenantId('margie')

describe('my partners', () => {
  let world: World
  let admin: Call
  beforeEach(async () => {
    world = await openWorld()
    const ofContoso = { owner_id: organizationId('contoso'), reseller_id: organizationId('litware') }
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys', 'reseller', { ...ofContoso, dap: true })
    await giveCustomer(world.db, 'litware', tailspin, 'Tailspin Toys', 'reseller', ofContoso)
    await giveSubscription(world.db, tailspin, 'contoso')
    for (const partner of ['woodgrove', 'firstup'] as const) {
      await giveCustomer(world.db, partner, margie, 'Margie Travel', 'reseller', { dap: partner === 'woodgrove' })
      await giveSubscription(world.db, margie, partner)
    }
    await giveSubscription(world.db, margie, 'firstup', { service: 'dynamics365' })
    admin = await world.as('customer.globaladmin')
  })
  afterEach(() => world.close())

  const mine = async (call: Call) => ((await (await call('/my-partners')).json()) as { items: PartnerOfTenant[] }).items
  const decide = (call: Call, verb: 'remove' | 'grant', partner: CompanyKey, key?: string) =>
    call(`/my-partners/${organizationId(partner)}/${verb}-delegated-admin`, {
      method: 'POST',
      ...(key && { headers: { 'Idempotency-Key': key } }),
    })
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const holders = async (call: Call) =>
    (await mine(call)).filter((each) => each.allowDelegatedAccess).map(({ partner }) => partner.displayName)

  it('BR-48: are all that work for the customer, with what each sells and holds since when', async () => {
    const partners = await mine(admin)
    for (const partner of partners) expect(PartnerOfTenant.parse(partner)).toEqual(partner)
    expect(partners).toMatchObject([
      {
        partner: { displayName: 'Contoso Distribution' },
        kind: 'indirect_provider',
        transacts: true,
        allowDelegatedAccess: true,
        dapRequest: null,
      },
      {
        partner: { displayName: 'Litware Resell' },
        kind: 'indirect_reseller',
        transacts: false,
        allowDelegatedAccess: false,
        services: [],
      },
    ])
    expect(partners[0]?.services).toEqual([{ service: 'microsoft365', transacts: true, partnerOfRecord: true }])
    expect(await mine(await world.as('newcustomer.globaladmin'))).toEqual([])
    expect(await mine(await world.as('customer.user'))).toEqual(partners)
  })

  it('BR-47: admin rights go, relationship and subscriptions stay, and the partner reads it in its list and its history', async () => {
    const bought = () => world.db.selectFrom('subscriptions').selectAll().orderBy('id').execute()
    const before = await bought()
    expect(await codeOf(await decide(admin, 'remove', 'contoso'))).toBe('204')
    expect(await holders(admin)).toEqual([])
    expect(await bought()).toEqual(before)
    const provider = await world.as('provider.sales')
    expect(await (await provider(`/customers/${tailspin}`)).json()).toMatchObject({
      relationshipToPartner: 'reseller',
      allowDelegatedAccess: false,
    })
    const { items } = (await (await provider(`/customers/${tailspin}/events`)).json()) as { items: { action: string; by: string }[] }
    expect(items).toMatchObject([{ action: 'admin_rights.removed', by: 'Person customer.globaladmin' }])
    expect(await codeOf(await decide(admin, 'remove', 'contoso'))).toBe('409 admin_rights.none')
  })

  it('BR-28: the customer gives a reseller admin rights, and no second time', async () => {
    expect(await codeOf(await decide(admin, 'grant', 'litware'))).toBe('204')
    expect(await holders(admin)).toEqual(['Contoso Distribution', 'Litware Resell'])
    expect(await codeOf(await decide(admin, 'grant', 'litware'))).toBe('204')
  })

  it('BR-29: a request of the owner is read beside the reseller, and is answered by the grant', async () => {
    const ask = async () => codeOf(await (await world.as('provider.sales'))(`/customers/${tailspin}/ask-admin-rights`, { method: 'POST' }))
    expect([await ask(), await ask()]).toEqual(['204', '204'])
    expect((await mine(admin)).map(({ dapRequest }) => dapRequest?.by)).toEqual([undefined, 'Contoso Distribution'])
    await decide(admin, 'grant', 'litware')
    expect((await mine(admin)).every(({ dapRequest }) => dapRequest === null)).toBe(true)
  })

  it.each<[string, Person, 'remove' | 'grant', CompanyKey, string]>([
    ['BR-33 a user of the customer removes', 'customer.user', 'remove', 'contoso', '403 admin_rights.needs_global_admin'],
    ['BR-33 a user of the customer grants', 'customer.user', 'grant', 'litware', '403 admin_rights.needs_global_admin'],
    ['a partner that is none of its own', 'customer.globaladmin', 'grant', 'adatum', '404 partner.not_found'],
    ['another customer', 'newcustomer.globaladmin', 'remove', 'contoso', '404 partner.not_found'],
    ['a partner decides for itself', 'provider.admin', 'grant', 'contoso', '404 partner.not_found'],
  ])('is refused: %s', async (_what, person, verb, partner, expected) => {
    expect(await codeOf(await decide(await world.as(person), verb, partner))).toBe(expected)
    expect(await holders(admin)).toEqual(['Contoso Distribution'])
  })

  it('the same decision with one key, at once and again, is made once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(admin, 'remove', 'contoso', 'k')))
    expect(await Promise.all([...answers, await decide(admin, 'remove', 'contoso', 'k')].map(codeOf))).toEqual(
      Array.from({ length: 6 }, () => '204'),
    )
    expect(await codeOf(await decide(admin, 'remove', 'contoso', 'another'))).toBe('409 admin_rights.none')
  })

  it('is not there under an id that is none', async () => {
    for (const id of ['x', crypto.randomUUID(), '%00'])
      expect(await codeOf(await admin(`/my-partners/${id}/grant-delegated-admin`, { method: 'POST' }))).toBe('404 partner.not_found')
    expect(await codeOf(await world.guest('/my-partners'))).toBe('401 session.required')
  })

  describe('one transacting partner with admin rights per service', () => {
    it('BR-23: a second one is refused by name of the service, until the first has none', async () => {
      const chinese = await world.as('customer-cn.globaladmin')
      const refused = await decide(chinese, 'grant', 'firstup')
      expect(await refused.json()).toMatchObject({
        status: 403,
        code: 'admin_rights.service_has_transacting_partner',
        rule: 'BR-23',
        params: { service: 'microsoft365' },
        detail: expect.stringContaining('Microsoft 365') as string,
      })
      expect(await codeOf(await decide(chinese, 'remove', 'woodgrove'))).toBe('204')
      expect(await codeOf(await decide(chinese, 'grant', 'firstup'))).toBe('204')
    })

    it('BR-23: of two grants at once one holds', async () => {
      const chinese = await world.as('customer-cn.globaladmin')
      await decide(chinese, 'remove', 'woodgrove')
      const told = await Promise.all(
        (['woodgrove', 'firstup'] as const).map(async (partner) => codeOf(await decide(chinese, 'grant', partner))),
      )
      expect(told.toSorted()).toEqual(['204', '403 admin_rights.service_has_transacting_partner'])
      expect(await holders(chinese)).toHaveLength(1)
    })
  })
})
