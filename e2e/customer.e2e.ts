import type { Page } from '@playwright/test'
import { type Basis, opensTenant } from '../domain/relationships/basis.ts'
import { expect, test } from './fixtures.ts'
import { call, fact, heading, settled, signIn } from './steps.ts'

type Listed = { id: string; basis: Basis; companyProfile: { companyName: string } }

async function openCustomer(page: Page, name: string): Promise<string> {
  const { items } = await call<{ items: Listed[] }>(page, 'GET', `/api/customers?search=${encodeURIComponent(name)}`)
  const found = items.find(({ companyProfile, basis }) => companyProfile.companyName === name && opensTenant(basis))
  if (!found) throw new Error(`${name} is not among the customers.`)
  await page.goto(`/customers/${found.id}`)
  await settled(page)
  return found.id
}

/** A customer of the list about whose agreement nothing is known. */
async function withoutAgreement(page: Page): Promise<string> {
  const { items } = await call<{ items: Listed[] }>(page, 'GET', '/api/customers?limit=50')
  for (const { id } of items.filter(({ basis }) => opensTenant(basis))) {
    const { status } = await call<{ status: string }>(page, 'GET', `/api/customers/${id}/agreement`)
    if (status === 'none') return id
  }
  throw new Error('Every customer has an agreement.')
}

test('each subscription answers three questions, with what to do and the rule', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales')
  await openCustomer(page, 'Tailspin Toys')
  const card = page.getByRole('region', { name: say('subscriptions.title') })
  const open = async (offer: string) => {
    const row = card.getByRole('listitem').filter({ has: page.getByText(offer, { exact: true }) }).first()
    await row.getByText(offer, { exact: true }).click()
    for (const question of ['support', 'switch_partner', 'migrate'])
      await expect(row.getByRole('heading', { name: say(`subscriptions.question.${question}`) })).toBeVisible()
    return row
  }
  const own = await open('Microsoft 365 Business Premium')
  await expect(own.getByText(say('subscriptions.applies.not_needed'))).toHaveCount(3)
  const enterprise = await open('Microsoft 365 E5')
  await expect(enterprise.getByText(say('subscriptions.applies.yes'), { exact: true }).first()).toBeVisible()
  await expect(enterprise.getByRole('link', { name: /BR-/ })).toHaveCount(3)
  const syndicated = await open('Microsoft 365 Apps')
  await expect(syndicated).toContainText(say('subscriptions.warning.seller_is_syndication_partner'))
  const azure = await open('Azure, Enterprise Agreement')
  await expect(azure.getByRole('list').getByRole('listitem').first()).toBeVisible()
  await expect(card.getByText(say('subscriptions.never_automatic')).first()).toBeVisible()
  await expectAccessible(page)
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
  const can = page.getByRole('region', { name: say('relationships.capabilities.title') })
  await expect(can).toContainText(say('relationships.can.order'))
  const users = can.getByRole('listitem').filter({ hasText: say('relationships.can.manage_users') })
  await expect(users.getByRole('link', { name: /BR-16/ })).toBeVisible()
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
    // The provider has the partner's word, and is no partner before the customer confirms it.
    const map = page.getByRole('region', { name: say('relationships.partners.title') })
    await expect(map).toContainText('Adatum Direct')
    await expect(map).not.toContainText('Wide World Distribuição')
  })
})
