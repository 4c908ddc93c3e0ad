import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { BadPolicies } from '../create-app.ts'
import { giveSubscription } from '../testing/bought.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const margie = tenantId('margie')
const agency = tenantId('agency')

describe('beside other partners', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await giveCustomer(world.db, 'firstup', margie, 'Margie Travel', 'reseller', { dap: true, country: 'CN' })
    await giveSubscription(world.db, margie, 'firstup')
  })
  afterEach(() => world.close())

  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const invite = async (person: Person, tenant: string | undefined, changes: Record<string, unknown> = {}) =>
    (await world.as(person))('/invitations', {
      json: draft({ includeDap: true, ...(tenant && { customer: { tenantId: tenant } }), ...changes }),
    })
  const accept = async (person: Person, made: Response) =>
    (await world.as(person))(`/acceptance/${tokenIn(((await made.json()) as InvitationWithLink).link)}/accept`, { method: 'POST' })

  it.each<[string, Record<string, unknown>, string]>([
    ['BR-23 the service is taken', { services: ['microsoft365'] }, '403 admin_rights.service_has_transacting_partner'],
    ['BR-23 one of two is taken', { services: ['dynamics365', 'microsoft365'] }, '403 admin_rights.service_has_transacting_partner'],
    ['BR-23 another service', { services: ['dynamics365'] }, '201'],
    ['BR-23 admin rights only', { services: [] }, '201'],
    ['BR-23 admin rights only, nothing said', {}, '201'],
    ['a service that is none', { services: ['telephony'] }, '422 request.invalid'],
    ['too many', { services: ['azure', 'azure', 'azure', 'azure', 'azure'] }, '422 request.invalid'],
  ])('%s: before the invitation is sent', async (_what, changes, expected) => {
    expect(await codeOf(await invite('provider-cn.admin', margie, changes))).toBe(expected)
  })

  it('BR-23: the refusal names field, rule and service, and nobody who holds it', async () => {
    const text = await (await invite('provider-cn.admin', margie, { services: ['microsoft365'] })).text()
    expect(JSON.parse(text)).toMatchObject({ rule: 'BR-23', params: { service: 'microsoft365' }, errors: [{ pointer: '/services' }] })
    for (const hidden of ['First Up', organizationId('firstup')]) expect(text).not.toContain(hidden)
  })

  it('BR-23: the services stand on the invitation, each once', async () => {
    const made = await invite('provider-cn.admin', undefined, { services: ['dynamics365', 'azure', 'azure'] })
    const { id, services } = (await made.json()) as InvitationWithLink
    expect(services).toEqual(['dynamics365', 'azure'])
    expect(await (await (await world.as('provider-cn.admin'))(`/invitations/${id}`)).json()).toMatchObject({
      services: ['azure', 'dynamics365'],
    })
  })

  it('BR-23: is checked again at acceptance, when nobody was named or things have changed', async () => {
    const unnamed = await invite('provider-cn.admin', undefined, { services: ['microsoft365'], reusable: true })
    const { link } = (await unnamed.json()) as InvitationWithLink
    const customer = await world.as('customer-cn.globaladmin')
    const yes = () => customer(`/acceptance/${tokenIn(link)}/accept`, { method: 'POST' })
    expect(await codeOf(await yes())).toBe('403 admin_rights.service_has_transacting_partner')
    expect(await (await customer('/receipts')).json()).toMatchObject({ total: { count: 0 } })
    await customer(`/my-partners/${organizationId('firstup')}/remove-delegated-admin`, { method: 'POST' })
    expect(await codeOf(await yes())).toBe('200')
  })

  it('BR-23: what the partner sells there already counts as if it were named', async () => {
    await giveSubscription(world.db, margie, 'woodgrove')
    await giveCustomer(world.db, 'woodgrove', margie, 'Margie Travel')
    expect(await codeOf(await invite('provider-cn.admin', margie))).toBe('403 admin_rights.service_has_transacting_partner')
  })

  it('BR-23: also for a partner that sells there and has not got the customer in its list', async () => {
    await giveSubscription(world.db, margie, 'woodgrove')
    expect(await codeOf(await invite('provider-cn.admin', margie))).toBe('403 admin_rights.service_has_transacting_partner')
  })

  it('BR-23: of two partners that are accepted at once for one service one is', async () => {
    await (
      await world.as('customer-cn.globaladmin')
    )(`/my-partners/${organizationId('firstup')}/remove-delegated-admin`, { method: 'POST' })
    await giveSubscription(world.db, margie, 'woodgrove')
    const [one, two] = [await invite('provider-cn.admin', undefined), await invite('direct-cn.admin', undefined)]
    const told = await Promise.all(
      [accept('customer-cn.globaladmin', one), accept('customer-cn.globaladmin', two)].map(async (answer) => codeOf(await answer)),
    )
    expect(told.toSorted()).toEqual(['200', '403 admin_rights.service_has_transacting_partner'])
  })

  it('BR-06: a US Government customer that has a partner is not invited by another', async () => {
    expect(await codeOf(await invite('direct-us2.admin', agency))).toBe('201')
    await giveCustomer(world.db, 'government', agency, 'Humongous Agency', 'reseller', { country: 'US' })
    const refused = await invite('direct-us2.admin', agency)
    expect(await refused.json()).toMatchObject({
      status: 403,
      code: 'invitation.single_partner',
      rule: 'BR-06',
      errors: [{ pointer: '/customer/tenantId' }],
    })
    expect(await codeOf(await invite('direct-us.admin', agency))).toBe('201')
  })

  it('BR-06: of two partners that a US Government customer accepts at once one is', async () => {
    const [one, two] = [await invite('direct-us.admin', undefined), await invite('direct-us2.admin', undefined)]
    const told = await Promise.all(
      [accept('customer-us.globaladmin', one), accept('customer-us.globaladmin', two)].map(async (answer) => codeOf(await answer)),
    )
    expect(told.toSorted()).toEqual(['200', '403 acceptance.single_partner'])
  })

  it('BR-15: elsewhere a service may have any number', async () => {
    const tailspin = tenantId('tailspin')
    await giveCustomer(world.db, 'contoso', tailspin, 'Tailspin Toys', 'reseller', { dap: true })
    await giveSubscription(world.db, tailspin, 'contoso')
    expect(await codeOf(await invite('provider.sales', tailspin, { includeDap: false, services: ['microsoft365'] }))).toBe('201')
  })

  it.each([
    ['the day before', '2023-10-08T23:59:59.000Z', '201'],
    ['from that day', '2023-10-09T00:00:00.000Z', '422 invitation.delegated_admin_unavailable'],
  ])('BR-42: delegated admin with a relationship, %s', async (_when, day, expected) => {
    await world.close()
    world = await openWorld({ now: () => new Date(day) })
    expect(await codeOf(await invite('provider.sales', undefined))).toBe(expected)
  })

  it('does not start with policies that cannot be', async () => {
    const policies = { ...cloudPolicies, global: { ...cloudPolicies.global, dapWithRelationshipUntil: '2023-02-30' } }
    await expect(openWorld({ policies })).rejects.toThrow(
      new BadPolicies(
        'Cloud policies to correct:\n  global: dapWithRelationshipUntil is "2023-02-30". Wanted: a day such as 2023-10-09, or null.',
      ),
    )
  })
})
