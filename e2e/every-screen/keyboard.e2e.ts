import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, chooseAccount, heading, invite } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

/** Presses Tab until the control has the focus, at most a hundred times. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  const wanted = page.locator(':focus').and(page.getByLabel(name, { exact: true }).or(control))
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.count()) > 0) return
  }
  throw new Error(`Tab never came to ${name}.`)
}

test.use({ changes: true })

test('an invitation is made, found and withdrawn by keyboard alone', async ({ page }) => {
  await page.goto('/sign-in')
  const say = await chooseAccount(page, 'provider.sales')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: say('app.skip_to_content') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.goto('/invitations')
  await heading(page, say('invitations.title')).waitFor()
  await tabTo(page, say('invitations.new'))
  await page.keyboard.press('Enter')
  await expect(heading(page, say('invitations.new'))).toBeFocused()
  await expect(page).toHaveTitle(new RegExp(say('invitations.new')))

  await tabTo(page, say('invitations.new.delivery.direct'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: say('invitations.new.delivery.via_reseller') })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await tabTo(page, say('invitations.new.who.named'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: say('invitations.new.who.holder') })).toBeChecked()
  await tabTo(page, say('invitations.new.submit'))
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('invitations.made.once'))).toBeVisible()
  await tabTo(page, say('invitations.made.open'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await tabTo(page, say('invitations.withdraw'))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: say('invitations.withdraw.title') })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('invitations.withdraw'), exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, say('invitations.withdraw.confirm'))
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('invitations.strip.withdrawn'))).toBeVisible()
})

test('a customer accepts by keyboard alone', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { id, link } = await invite(page)
  const customer = await visitor('phone')
  await customer.goto(link)
  await heading(customer, 'Contoso Distribution').waitFor()
  await tabTo(customer, en('acceptance.account.sign_in'))
  await customer.keyboard.press('Enter')
  await chooseAccount(customer, 'newcustomer.globaladmin')
  await heading(customer, 'Contoso Distribution').waitFor()
  await tabTo(customer, en('acceptance.accept'))
  await customer.keyboard.press('Enter')
  const box = customer.getByRole('checkbox', { name: en('acceptance.agreement.label', { tenant: 'Northwind Traders' }) })
  await expect(box).toBeFocused()
  await expect(box).toHaveAccessibleDescription(en('acceptance.agreement.missing'))
  await customer.keyboard.press('Space')
  await tabTo(customer, en('acceptance.accept'))
  await customer.keyboard.press('Enter')
  await expect(heading(customer, en('acceptance.receipt.accepted', { inviter: 'Contoso Distribution' }))).toBeFocused()
  expect((await call<{ state: string }>(page, 'GET', `/api/invitations/${id}`)).state).toBe('accepted')
})
