import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import { Guidance, Subscription } from '../../../domain/subscriptions/schemas.ts'
import type { SubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { giveSubscription } from '../testing/bought.ts'
import { giveGdap } from '../testing/gdap.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { giveCustomer, openWorld, type World } from '../testing/world.ts'

const tailspin = tenantId('tailspin')
const margie = tenantId('margie')
const northwind = tenantId('northwind')
const outside = { organizationId: null, displayName: 'Fourth Coffee', inCsp: false, isSyndication: false }
const azure = { service: 'azure', billingType: 'usage', termDuration: null, commitmentEndDate: null } as const

describe('subscriptions', () => {
  let world: World
  const ids = new Map<string, string>()
  beforeAll(async () => {
    world = await openWorld()
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys')
    await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel')
    const give = async (
      name: string,
      facts: Partial<SubscriptionFacts>,
      tenant = tailspin,
      partner: 'contoso' | 'adatum' | 'woodgrove' = 'adatum',
    ) => ids.set(name, (await giveSubscription(world.db, tenant, partner, facts)).id)
    await give('own', {}, tailspin, 'contoso')
    await give('another’s', {})
    await give('ea', { channel: 'ea', seller: outside, partnerId: null })
    await give('azure ea', { ...azure, channel: 'ea', seller: outside, partnerId: null })
    await give('azure of another', azure)
    await give('expired', { status: 'expired', commitmentEndDate: '2026-02-20T00:00:00.000Z' })
    await give('nobody sold it', { seller: null })
    await give('of a partner that is none', { partnerId: '1' })
    await give('from 21Vianet outside China', { channel: '21vianet_direct', seller: outside })
    await give('China, from 21Vianet', { channel: '21vianet_direct', seller: outside, partnerId: null }, margie)
    await give('China, metered', { ...azure, channel: '21vianet_direct', seller: outside, partnerId: null }, margie)
    await give('China, metered in CSP', azure, margie, 'woodgrove')
  })
  afterAll(() => world.close())

  const guidance = async (name: string, person: Person = 'provider.sales', tenant = tailspin) =>
    (await world.as(person))(`/customers/${tenant}/subscriptions/${ids.get(name)}/guidance`)
  const read = async (...asked: Parameters<typeof guidance>) => {
    const answer = await guidance(...asked)
    expect(answer.status).toBe(200)
    return Guidance.parse(await answer.json()).answers.map((each) => ({
      ...each.verdict,
      question: each.question,
      todo: ('steps' in each ? each.steps : each.waysOut).map(({ code }) => code),
      rules: each.because.map(({ rule }) => rule),
    }))
  }

  it('are all that the customer has bought, wherever, each with its ETag', async () => {
    const answer = await (await world.as('provider.helpdesk'))(`/customers/${tailspin.toUpperCase()}/subscriptions`)
    const { items } = (await answer.json()) as { items: Subscription[] }
    expect(items).toHaveLength(9)
    for (const item of items) expect(Subscription.parse(item)).toEqual(item)
    expect(items[0]?.etag).toBe('"1"')
  })

  it.each<[string, string, object[]]>([
    ['BR-03', 'ea', [{ question: 'support', answer: 'after', todo: ['clear_rights_for_ea'] }, { question: 'into_csp', answer: 'no' }]],
    [
      'BR-08', 'another’s',
      [
        { answer: 'after', code: 'beside_partner', todo: ['request_gdap'] },
        { question: 'to_me', answer: 'no', todo: ['wait_until_term_end', 'cancel_then_rebuy'] },
      ],
    ],
    ['BR-44', 'azure ea', [{ answer: 'no', todo: ['role_from_customer', 'new_azure_below'] }, { question: 'into_csp', answer: 'by_hand' }]],
    ['BR-11', 'azure of another', [{ answer: 'no' }, { question: 'to_me', answer: 'after', code: 'transfer' }]],
    ['BR-55', 'expired', [{ question: 'to_me', answer: 'after', todo: ['rebuy_within_grace'] }]],
    ['BR-47', 'own', [{ answer: 'after', code: 'own', todo: ['request_gdap'] }]],
  ])('%s: what applies to %s', async (rule, name, expected) => {
    const answers = await read(name)
    expect(answers).toMatchObject(expected)
    expect(answers.flatMap(({ rules }) => rules)).toContain(rule)
  })

  it('BR-77: a partner whose own request waits is told to wait for the answer, and nobody else is', async () => {
    const customer = { tenantId: tailspin, displayName: 'Tailspin Toys' }
    const { id } = await giveGdap(world.db, 'contoso', { customer, status: 'approvalPending' })
    expect(await read('own')).toMatchObject([{ answer: 'after', todo: ['wait_for_gdap_approval'] }])
    await world.db.updateTable('gdap_relationships').set({ partner_id: organizationId('adatum') }).where('id', '=', id).execute()
    expect(await read('own')).toMatchObject([{ answer: 'after', todo: ['request_gdap'] }])
  })

  it.each<[string, string, object[]]>([
    ['BR-01', 'China, from 21Vianet', [{ answer: 'after', code: 'elsewhere' }, { question: 'into_csp', answer: 'not_documented' }]],
    ['BR-12', 'China, metered', [{ answer: 'no', code: 'usage_not_in_cloud', todo: ['ask_21vianet'] }]],
  ])('%s: in China, %s', async (rule, name, expected) => {
    const answers = await read(name, 'provider-cn.admin', margie)
    expect(answers).toMatchObject(expected)
    expect(answers.flatMap(({ rules }) => rules)).toContain(rule)
  })

  it('BR-29: a reseller may support what its provider sells to their customer, and works beside everybody else', async () => {
    const owned = { owner_id: organizationId('contoso'), reseller_id: organizationId('litware') }
    await giveCustomer(world.db, 'litware', northwind, 'Northwind Traders', 'reseller', owned)
    ids.set('its provider’s', (await giveSubscription(world.db, northwind, 'contoso')).id)
    ids.set('another provider’s', (await giveSubscription(world.db, northwind, 'adatum')).id)
    const mine = await read('its provider’s', 'reseller.admin', northwind)
    expect(mine).toMatchObject([{ question: 'support', answer: 'after', code: 'through_provider', todo: ['request_gdap'] }])
    const others = await read('another provider’s', 'reseller.admin', northwind)
    expect(others).toMatchObject([{ answer: 'after', code: 'beside_partner' }, { question: 'to_me', answer: 'no' }])
    await world.db.updateTable('customers').set({ gdap_active: true }).where('id', '=', northwind).execute()
    expect(await read('its provider’s', 'reseller.admin', northwind)).toMatchObject([{ answer: 'yes', todo: [] }])
  })

  it.each([
    ['nobody sold it', 409, 'subscription.no_seller'],
    ['of a partner that is none', 409, 'subscription.partner_of_record_unknown'],
    ['from 21Vianet outside China', 403, 'subscription.channel_not_in_cloud'],
  ])('gives no answer on facts that contradict each other: %s', async (name, status, code) => {
    const answer = await guidance(name)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code])
  })

  it('BR-12: nor on Azure that is said to be sold in CSP in China', async () => {
    const answer = await guidance('China, metered in CSP', 'provider-cn.admin', margie)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([403, 'subscription.usage_not_in_cloud'])
  })

  it.each([
    ['a subscription that is none', 'none', 'provider.sales', 404, 'subscription.not_found'],
    ['another partner’s customer', 'own', 'direct.admin', 404, 'customer.not_found'],
    ['the customer itself', 'own', 'customer.globaladmin', 404, 'customer.not_found'],
  ] as const)('is refused: %s', async (_what, name, person, status, code) => {
    const answer = await guidance(name, person)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code])
  })

  it('is not found under another customer, nor when the customer is no relation', async () => {
    expect((await guidance('own', 'provider-cn.admin', margie)).status).toBe(404)
    expect((await (await world.as('reseller.admin'))(`/customers/${tailspin}/subscriptions`)).status).toBe(404)
    expect((await world.guest(`/customers/${tailspin}/subscriptions`)).status).toBe(401)
  })

  it('asking changes nothing', async () => {
    const all = () => world.db.selectFrom('subscriptions').selectAll().orderBy('id').execute()
    const before = await all()
    await guidance('another’s')
    expect(await all()).toEqual(before)
  })
})
