import type { Locator, Page } from '@playwright/test'
import { opensTenant } from '../../domain/relationships/basis.ts'
import { expect, test } from '../fixtures.ts'
import { call, fact, heading, type Listed, openCustomer, signIn } from '../steps.ts'
import type { Say } from '../words.ts'

/** Finds a customer without a known agreement. */
async function withoutAgreement(page: Page): Promise<string> {
  const { items } = await call<{ items: Listed[] }>(page, 'GET', '/api/customers?limit=50')
  for (const { id } of items.filter(({ basis }) => opensTenant(basis))) {
    const { status } = await call<{ status: string }>(page, 'GET', `/api/customers/${id}/agreement`)
    if (status === 'none') return id
  }
  throw new Error('Every customer has an agreement.')
}

/** Reads an opened subscription's guidance. */
async function openSubscription(page: Page, say: Say, offer: string): Promise<Locator> {
  const row = page.getByRole('region', { name: say('subscriptions.title') })
    .getByRole('listitem').filter({ has: page.getByText(offer, { exact: true }) }).first()
  await row.getByText(offer, { exact: true }).click()
  await expect(row.getByRole('heading', { name: say('subscriptions.why') }).first()).toBeVisible()
  return row
}

const questionsOf = (row: Locator) => row.getByRole('heading', { level: 3 })

test('a provider reads of each subscription a verdict, then steps or ways out, then why', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales')
  await openCustomer(page, 'Tailspin Toys')
  const [support, toMe, intoCsp] = ['support', 'to_me', 'into_csp'].map((question) => say(`subscriptions.question.${question}`))
  const own = await openSubscription(page, say, 'Microsoft 365 Business Premium')
  await expect(questionsOf(own)).toHaveText([support ?? ''])
  await expect(own).toContainText(say('subscriptions.verdict.own'))
  const seller = 'Trey Cloud Korea'
  const ofAnother = await openSubscription(page, say, 'Microsoft 365 E3')
  await expect(questionsOf(ofAnother)).toHaveText([support ?? '', toMe ?? ''])
  await expect(ofAnother).toContainText(say('subscriptions.verdict.beside_partner', { seller }))
  await expect(ofAnother.getByText(say('subscriptions.ways_out'))).toHaveCount(1)
  await expect(ofAnother.getByRole('link', { name: /BR-08/ })).toBeVisible()
  const direct = await openSubscription(page, say, 'Exchange Online (Plan 1)')
  await expect(questionsOf(direct)).toHaveText([support ?? '', intoCsp ?? ''])
  const syndicated = await openSubscription(page, say, 'Microsoft 365 Apps')
  await expect(syndicated).toContainText(say('subscriptions.do.leave_to_seller', { seller: 'City Power Telecom' }))
  const azure = await openSubscription(page, say, 'Azure, Enterprise Agreement')
  for (const step of ['create_azure_subscription_in_csp', 'move_data_and_settings_by_hand', 'customer_cancels_services_or_subscription'])
    await expect(azure.getByText(say(`subscriptions.do.${step}`))).toBeVisible()
  await expect(page.getByText(say('subscriptions.never_automatic'))).toHaveCount(1)
  await expectAccessible(page)
})

test('a reseller reads that it may support what its provider sells to their customer', async ({ page, signInAs }) => {
  const say = await signInAs('reseller.admin')
  await openCustomer(page, "Munson's 식품(주)")
  const row = await openSubscription(page, say, 'Microsoft 365 Business Premium')
  await expect(questionsOf(row)).toHaveText([say('subscriptions.question.support')])
  await expect(row).toContainText(say('subscriptions.verdict.through_provider', { seller: 'Contoso Distribution' }))
  await expect(row).toContainText(say('subscriptions.because.provider_orders', { seller: 'Contoso Distribution' }))
})

test('a second partner reads that it works beside the one that sells', async ({ page, signInAs }) => {
  const say = await signInAs('direct-de.admin')
  await openCustomer(page, 'Humongous Versicherung AG')
  const seller = 'Southridge Systemhaus'
  const row = await openSubscription(page, say, 'Dynamics 365 Sales')
  await expect(row).toContainText(say('subscriptions.verdict.beside_partner', { seller }))
  await expect(row).toContainText(say('subscriptions.because.seller_keeps_sale', { seller }))
  await expect(row).toContainText(say('subscriptions.verdict.while_it_runs'))
})

test('in China what no page says ends in somebody to ask', async ({ page, signInAs }) => {
  const say = await signInAs('provider-cn.admin')
  await openCustomer(page, 'Blue Yonder 航空有限公司')
  const bought = await openSubscription(page, say, 'Exchange Online (Plan 1)')
  await expect(bought).toContainText(say('subscriptions.verdict.elsewhere'))
  const ofAnother = await openSubscription(page, say, 'Project Online')
  await expect(ofAnother).toContainText(say('subscriptions.verdict.support_not_documented'))
  for (const row of [bought, ofAnother]) {
    await expect(row).toContainText(say('subscriptions.verdict.move_not_documented'))
    await expect(row.getByText(say('subscriptions.do.ask_21vianet'))).toHaveCount(1)
  }
})

test('contradictory facts get no guess', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await openCustomer(page, 'Relecloud 미디어(주)')
  await page.getByText('Office 365 E3', { exact: true }).click()
  await expect(page.getByText(say('refusal.subscription.no_seller'))).toBeVisible()
})

test('the partners of a customer, service by service, and everything that can and cannot be done', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  await openCustomer(page, 'Tailspin Toys')
  const map = page.getByRole('region', { name: say('relationships.partners.title') })
  for (const partner of ['Contoso Distribution', 'Trey Cloud Korea', 'Bellows IT Service'])
    await expect(map.getByText(partner)).toBeVisible()
  await expect(map.getByText(say('relationships.service.both', { service: 'Dynamics 365' })).first()).toBeVisible()
  await expect(map.getByRole('listitem').filter({ hasText: 'Bellows IT Service' }))
    .toContainText(say('relationships.partners.works_for_another'))
  await expect(fact(page, say('customers.column.reseller'))).toHaveText(say('customers.detail.no_own_reseller'))
  const can = page.getByRole('region', { name: say('relationships.capabilities.title') })
  await expect(can).toContainText(say('relationships.can.order'))
  const users = can.getByRole('listitem').filter({ hasText: say('relationships.can.manage_users') }).last()
  await expect(users.getByRole('link', { name: /BR-16/ })).toBeVisible()
  await expect(can.getByText(say('refusal.capability.no_admin_rights'))).toHaveCount(1)
})

test('a removal that something stands in the way of lists each thing, and what to do', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  const id = await openCustomer(page, 'Tailspin Toys')
  await expect(page.getByRole('button', { name: say('relationship-actions.remove') })).toHaveAccessibleDescription(/BR-61/)
  await page.getByRole('button', { name: say('relationship-actions.blocked.show') }).click()
  const dialog = page.getByRole('dialog')
  for (const [blocker, offerName] of [['reservation', 'Azure reserved virtual machines'], ['software', 'Windows Server 2025 Standard']])
    await expect(dialog.getByText(say(`relationship-actions.blocker.${blocker}`, { offerName: offerName ?? '' }))).toBeVisible()
  await expect(dialog.getByText(say('relationship-actions.blocked.idle'))).toBeVisible()
  const refused = await page.evaluate(async (tenantId) => {
    const answer = await fetch(`/api/customers/${tenantId}/remove-relationship`, { method: 'POST' })
    return { status: answer.status, errors: ((await answer.json()) as { errors: unknown[] }).errors.length }
  }, id)
  expect(refused).toEqual({ status: 409, errors: await dialog.getByRole('listitem').count() })
})

test('who may not, or not here, reads why beside each action', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('reseller.admin')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?limit=1')
  await page.goto(`/customers/${items[0]?.id}`)
  for (const [action, rule] of [['ask', 'BR-29'], ['extend', 'BR-54e'], ['remove', 'BR-60']] as const)
    await expect(page.getByRole('button', { name: say(`relationship-actions.${action}`), exact: true }))
      .toHaveAccessibleDescription(new RegExp(rule))
  const china = await visitor()
  const toChina = await signIn(china, 'provider-cn.admin')
  await openCustomer(china, 'Blue Yonder 航空有限公司')
  await expect(china.getByRole('button', { name: toChina('relationship-actions.ask'), exact: true })).toHaveAccessibleDescription(/BR-28/)
  await expect(china.getByRole('region', { name: toChina('agreements.title') })).toContainText(toChina('refusal.agreement.not_in_cloud'))
})

test.describe('what changes a customer', () => {
  test.use({ changes: true })

  test('a relationship with nothing in its way is removed, after reading what ends and what stays', async ({ page, signInAs }) => {
    const say = await signInAs('provider.sales')
    const customer = 'Southridge Video'
    await openCustomer(page, customer)
    await page.getByRole('button', { name: say('relationship-actions.remove') }).click()
    const dialog = page.getByRole('dialog', { name: say('relationship-actions.remove.title', { customer }) })
    for (const effect of ['leaves_list', 'leaves_support_contacts', 'no_purchases'])
      await expect(dialog).toContainText(say(`relationship-actions.remove.effect.${effect}`, { customer }))
    await expect(dialog).toContainText(say('relationship-actions.remove.keeps.again'))
    await dialog.getByRole('button', { name: say('relationship-actions.remove') }).click()
    await expect(heading(page, say('customers.title'))).toBeVisible()
    await expect(page.getByText(say('relationship-actions.remove.done', { customer }))).toBeVisible()
    await page.getByRole('searchbox', { name: say('customers.search') }).fill(customer)
    await expect(page.getByText(say('customers.none_match.title'))).toBeVisible()
  })

  test('a partner attests the agreement; a day in the future is refused beside its field', async ({ page, signInAs, expectAccessible }) => {
    const say = await signInAs('provider.sales')
    await page.goto(`/customers/${await withoutAgreement(page)}`)
    const card = page.getByRole('region', { name: say('agreements.title') })
    await expect(card).toContainText(say('agreements.none'))
    await card.getByRole('button', { name: say('agreements.attest') }).click()
    const dialog = page.getByRole('dialog')
    const attest = dialog.getByRole('button', { name: say('agreements.attest') })
    await attest.click()
    await expect(dialog.getByLabel(say('agreements.field.firstName'))).toBeFocused()
    await expect(dialog.getByText(say('agreements.error.email'))).toBeVisible()
    await expectAccessible(page)
    await dialog.getByLabel(say('agreements.field.firstName')).fill('Yuna')
    await dialog.getByLabel(say('agreements.field.lastName')).fill('Seong')
    await dialog.getByLabel(say('agreements.field.email')).fill('yuna.seong@southridgevideo.example')
    const day = dialog.getByLabel(say('agreements.field.dateAgreed'))
    await day.fill('2999-01-01')
    await attest.click()
    await expect(day).toHaveAccessibleDescription(/BR-67/)
    await day.fill('2026-01-15')
    await attest.click()
    await expect(card).toContainText(say('agreements.by.partner'))
    await expect(fact(page, say('agreements.contact'))).toContainText('Yuna')
    await expect(card.getByRole('button', { name: say('agreements.attest') })).toHaveCount(0)
  })

  test('the owner asks for its reseller’s rights once, and sees that it is open', async ({ page, signInAs }) => {
    const say = await signInAs('provider.sales')
    await openCustomer(page, "Munson's 식품(주)")
    await page.getByRole('button', { name: say('relationship-actions.ask') }).click()
    await expect(page.getByRole('status').filter({ hasText: say('relationship-actions.ask.done') })).toBeVisible()
    await expect(page.getByRole('button', { name: say('relationship-actions.ask') })).toHaveCount(0)
  })

  test('a direct partner that turns indirect shares a customer with its provider, once the customer agrees', async ({ page, signInAs }) => {
    const say = await signInAs('direct.admin')
    const customer = 'Consolidated Logística Ltda.'
    await openCustomer(page, customer)
    await page.getByRole('button', { name: say('relationship-actions.extend') }).click()
    const dialog = page.getByRole('dialog', { name: say('relationship-actions.extend.title', { customer }) })
    const extend = dialog.getByRole('button', { name: say('relationship-actions.extend') })
    await extend.click()
    await expect(dialog.getByRole('checkbox')).toHaveAccessibleDescription(/BR-54e/)
    await dialog.getByRole('checkbox').check()
    await extend.click()
    await expect(page.getByText(say('relationship-actions.extend.done'))).toBeVisible()
    // The partner's word makes the provider no partner before the customer confirms it.
    const map = page.getByRole('region', { name: say('relationships.partners.title') })
    await expect(map).toContainText('Adatum Direct')
    await expect(map).not.toContainText('Wide World Distribuição')
  })
})
