import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { call, invite, signIn } from './steps.ts'

const shared = 'what is done in one tab is there in another and after a reload, until it is reset'
test(shared, { tag: '@in-browser' }, async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const other = await visitor()
  await signIn(other, 'reseller.admin')
  const { id } = await invite(page, { customer: { companyName: 'Northwind Traders' } })
  await page.reload()
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.named', { customer: 'Northwind Traders' }) })).toBeVisible()
  const userOf = async (tab: Page) => (await call<{ user: { email: string } }>(tab, 'GET', '/api/session')).user
  expect(await userOf(other)).not.toEqual(await userOf(page))

  await other.close()
  await page.goto('about:blank')
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.named', { customer: 'Northwind Traders' }) })).toBeVisible()

  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: say('app.demo.reset') }).click()
  await expect(page).toHaveURL(/\/sign-in/, { timeout: 60_000 })
  await signInAs('provider.sales')
  await page.goto(`/invitations/${id}`)
  await expect(page.getByRole('heading', { name: say('invitations.detail.not_found') })).toBeVisible()
})

test.describe('with a fault', () => {
  test.use({ spoiled: true })

  test('that is asked for, the page shows what a person would meet', { tag: '@in-browser' }, async ({ page, signInAs }) => {
    const say = await signInAs('provider.sales')
    await page.goto('/customers?fault=offline:/api/customers')
    await expect(page.getByText(say('ui.error.offline.title'))).toBeVisible()
  })
})
