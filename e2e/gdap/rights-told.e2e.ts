import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, fact } from '../steps.ts'

const relationshipNamed = async (page: Page, displayName: string) => {
  const { items } = await call<{ items: { id: string; displayName: string; since: string }[] }>(
    page, 'GET', `/api/delegated-admin/relationships?search=${displayName}`,
  )
  const found = items.find((each) => each.displayName === displayName)
  if (!found) throw new Error(`There is no ${displayName}.`)
  return found
}

test('a reseller reads by name who asks for its consent, and that it is its turn', async ({ page, signInAs }) => {
  const say = await signInAs('reseller.admin')
  const { id } = await relationshipNamed(page, 'Southridge-by-Contoso')
  await page.goto(`/delegated-admin/${id}`)
  await expect(fact(page, say('delegated-admin.facts.provider'))).toContainText('Contoso Distribution')
  await expect(page.getByText(say('delegated-admin.consent.hint', { provider: 'Contoso Distribution' }))).toBeVisible()
  await expect(page.getByText(say('refusal.gdap.your_consent_pending')).first()).toBeVisible()
  await expect(page.getByText(say('refusal.gdap.partner_consent_pending'))).toHaveCount(0)
})

test('what is asked for, and what is over, does not read as what a partner may do', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin', '/')
  const card = (what: string) => page.getByRole('region', { name: say(what), exact: true })
  await page.goto(`/my-partners/delegated-admin/${(await relationshipNamed(page, 'Tailspin-Support')).id}`)
  await expect(card('approval.granted.roles.asked')).toBeVisible()
  await page.goto(`/my-partners/delegated-admin/${(await relationshipNamed(page, 'Tailspin-2025')).id}`)
  await expect(card('approval.granted.roles.over')).toBeVisible()
  await expect(card('approval.granted.roles')).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('approval.remove') })).toHaveCount(0)
})

test('what was ended shows in the list when it ended, not when its term would have', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { since } = await relationshipNamed(page, 'Tailspin-2025')
  await page.goto('/delegated-admin?status=terminated&search=Tailspin-2025')
  const row = page.getByRole('row').filter({ hasText: 'Tailspin-2025' })
  await expect(row).toContainText(say('delegated-admin.status.terminated'))
  const days = await row.getByRole('time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
  expect([...new Set(days)]).toEqual([since])
})

test('what ends leaves a reseller relationship only where there is one', async ({ page, signInAs }) => {
  const say = await signInAs('reseller.admin')
  await page.goto(`/delegated-admin/${(await relationshipNamed(page, 'Litware-Tailspin-desk')).id}`)
  await page.getByRole('button', { name: say('delegated-admin.terminate') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(say('delegated-admin.terminate.keeps.subscriptions'))
  await expect(dialog).not.toContainText(say('delegated-admin.terminate.keeps.reseller'))
})
