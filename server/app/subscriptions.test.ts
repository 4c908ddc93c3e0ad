import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../domain/problem.ts'
import { Guidance, Subscription } from '../../domain/subscriptions/schemas.ts'
import type { SubscriptionFacts } from '../../domain/subscriptions/subscription.ts'
import { engines } from '../store/testing/test-engines.ts'
import { giveSubscription } from './testing/bought.ts'
import { type Person, tenantId } from './testing/people.ts'
import { giveCustomer, openWorld, type World } from './testing/world.ts'

const tailspin = tenantId('tailspin')
const margie = tenantId('margie')
const outside = { organizationId: null, displayName: 'Fourth Coffee', inCsp: false, isSyndication: false }
const azure = { service: 'azure', billingType: 'usage', termDuration: null, commitmentEndDate: null } as const

describe.each(engines)('subscriptions on $name', (engine) => {
  let world: World
  const ids = new Map<string, string>()
  beforeAll(async () => {
    world = await openWorld(await engine.open())
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

  const guidance = async (name: string, question: string, person: Person = 'provider.sales', tenant = tailspin) =>
    (await world.as(person))(`/customers/${tenant}/subscriptions/${ids.get(name)}/guidance?question=${question}`)

  it('are all that the customer has bought, wherever, each with its ETag', async () => {
    const answer = await (await world.as('provider.helpdesk'))(`/customers/${tailspin.toUpperCase()}/subscriptions`)
    const { items } = (await answer.json()) as { items: Subscription[] }
    expect(items).toHaveLength(9)
    for (const item of items) expect(Subscription.parse(item)).toEqual(item)
    expect(items[0]?.etag).toBe('"1"')
  })

  it.each<[string, string, string, object]>([
    ['BR-03', 'ea', 'support', { applies: 'yes', rule: 'BR-03', automatic: false, steps: [{ code: 'ask_delegated_admin', params: {} }] }],
    [
      'BR-08',
      'another’s',
      'switch_partner',
      {
        applies: 'no',
        rule: 'BR-08',
        steps: expect.arrayContaining([{ code: 'wait_until_term_end', params: { date: '2026-09-01T00:00:00.000Z' } }]),
      },
    ],
    [
      'BR-09',
      'azure ea',
      'migrate',
      { applies: 'no', rule: 'BR-09', warnings: expect.arrayContaining([{ code: 'csp_service_coverage', params: {} }]) },
    ],
    ['BR-11', 'azure of another', 'switch_partner', { applies: 'yes', rule: 'BR-11' }],
    [
      'BR-55',
      'expired',
      'switch_partner',
      { applies: 'yes', steps: [{ code: 'rebuy_within_grace', params: { deadlineDays: 30, deadline: '2026-03-22T00:00:00.000Z' } }] },
    ],
    ['BR-43', 'own', 'support', { applies: 'no', rule: 'BR-43' }],
  ])('%s: what applies to %s, asked %s', async (_rule, name, question, expected) => {
    const answer = await guidance(name, question)
    expect(answer.status).toBe(200)
    const body = Guidance.parse(await answer.json())
    expect(body).toMatchObject(expected)
    expect(body.source.length).toBeGreaterThan(3)
  })

  it.each([
    ['BR-01', 'China, from 21Vianet', 'support', 'yes'],
    ['BR-12', 'China, metered', 'support', 'unsupported_in_cloud'],
    ['BR-12', 'China, metered', 'switch_partner', 'unsupported_in_cloud'],
    ['BR-12', 'China, metered', 'migrate', 'unsupported_in_cloud'],
    ['BR-13', 'China, from 21Vianet', 'switch_partner', 'not_documented'],
  ])('%s: in China, %s, asked %s', async (rule, name, question, applies) => {
    expect(await (await guidance(name, question, 'provider-cn.admin', margie)).json()).toMatchObject({ applies, rule })
  })

  it.each([
    ['nobody sold it', 409, 'subscription.no_seller'],
    ['of a partner that is none', 409, 'subscription.partner_of_record_unknown'],
    ['from 21Vianet outside China', 403, 'subscription.channel_not_in_cloud'],
  ])('gives no answer on facts that contradict each other: %s', async (name, status, code) => {
    const answer = await guidance(name, 'support')
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code])
  })

  it('BR-12: nor on Azure that is said to be sold in CSP in China', async () => {
    const answer = await guidance('China, metered in CSP', 'support', 'provider-cn.admin', margie)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([403, 'subscription.usage_not_in_cloud'])
  })

  it.each([
    ['an unknown question', 'own', 'move_it', 'provider.sales', 422, 'request.invalid'],
    ['no question', 'own', '', 'provider.sales', 422, 'request.invalid'],
    ['a subscription that is none', 'none', 'support', 'provider.sales', 404, 'subscription.not_found'],
    ['another partner’s customer', 'own', 'support', 'direct.admin', 404, 'customer.not_found'],
    ['the customer itself', 'own', 'support', 'customer.globaladmin', 404, 'customer.not_found'],
  ] as const)('is refused: %s', async (_what, name, question, person, status, code) => {
    const answer = await guidance(name, question, person)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code])
  })

  it('is not found under another customer, nor when the customer is no relation', async () => {
    expect((await guidance('own', 'support', 'provider-cn.admin', margie)).status).toBe(404)
    expect((await (await world.as('reseller.admin'))(`/customers/${tailspin}/subscriptions`)).status).toBe(404)
    expect((await world.guest(`/customers/${tailspin}/subscriptions`)).status).toBe(401)
  })

  it('asking changes nothing', async () => {
    const all = () => world.db.selectFrom('subscriptions').selectAll().orderBy('id').execute()
    const before = await all()
    for (const question of ['support', 'switch_partner', 'migrate']) await guidance('another’s', question)
    expect(await all()).toEqual(before)
  })
})
