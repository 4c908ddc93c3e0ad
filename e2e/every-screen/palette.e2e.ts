import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { heading, settled } from '../steps.ts'
import type { Say } from '../words.ts'

const parts = (page: Page, say: Say) => {
  const dialog = page.getByRole('dialog', { name: say('app.nav.search') })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: say('app.nav.search') }),
    group: (name: string) => dialog.getByRole('group', { name: new RegExp(`^${name}`) }),
    option: (name: string | RegExp) => dialog.getByRole('option', { name }),
  }
}

test('a sales agent finds a customer by a part of its name with the keyboard alone', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/invitations')
  await settled(page)
  const { dialog, field, group, option } = parts(page, say)
  const title = heading(page, say('invitations.title'))
  await title.focus()
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(group(say('palette.screens')).getByRole('option', { name: say('app.nav.customers') })).toBeVisible()
  await expect(group(say('palette.actions')).getByRole('option', { name: say('customers.import.title') })).toBeVisible()

  await page.keyboard.type('ilspin')
  await expect(group(say('customers.title')).getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await expect(group(say('customers.title')).getByRole('option', { name: /^Tailspin Toys/ }).first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(title).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('ILSPIN TOY')
  await page.keyboard.press('Enter')
  await expect(heading(page, /Tailspin Toys/)).toBeFocused()
  await expect(dialog).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('co')
  const all = option(new RegExp(`^${say('palette.all.customers', { total: '.+', text: 'co' })}$`))
  await all.click()
  await expect(page).toHaveURL('/customers?search=co')
  await expect(page.getByRole('searchbox', { name: say('customers.search') })).toHaveValue('co')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('nothing of this name')
  await expect(dialog.getByRole('status')).toContainText(say('palette.rights'))
  await expect(dialog.getByRole('option')).toHaveCount(0)
})

test('a reseller reads why it cannot invite, and the rule', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('reseller.sales', '/')
  await settled(page)
  const { dialog, field, option } = parts(page, say)
  await page.getByRole('button', { name: say('app.nav.search'), exact: true }).click()
  await field.fill(say('invitations.new'))
  const refused = option(new RegExp(say('invitations.new')))
  await expect(refused).toContainText(say('refusal.invitation.reseller_cannot_create'))
  await expect(refused).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(page).toHaveURL('/')
  await dialog.getByRole('link', { name: say('ui.reason.rule', { rule: 'BR-26' }) }).click()
  await expect(page).toHaveURL('/rules#BR-26')
  await expect(dialog).toHaveCount(0)
})

test('what fails is asked for again in its group, beside what was found', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', '/')
  await settled(page)
  const { field, group } = parts(page, say)
  await page.route('**/api/invitations?*search=*', (route) => route.fulfill({ status: 418, json: {} }))
  await page.keyboard.press('Control+k')
  await field.fill('tailspin')
  const failed = group(say('invitations.title'))
  await expect(failed).toContainText(say('palette.failed'))
  await expect(group(say('customers.title')).getByRole('option').first()).toBeVisible()
  await page.unroute('**/api/invitations?*search=*')
  await failed.getByRole('option', { name: say('ui.error.retry') }).click()
  await expect(failed).not.toContainText(say('palette.failed'))
  await expect(field).toBeFocused()
})

test('the question mark lists the keys, and single keys can be turned off', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/customers')
  await settled(page)
  const keys = page.getByRole('dialog', { name: say('palette.keys') })
  const search = page.getByRole('searchbox', { name: say('customers.search') })
  const title = heading(page, say('customers.title'))
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('?')
  await expect(search).toHaveValue('?')
  await search.fill('')
  await title.focus()
  await page.keyboard.press('?')
  await expect(keys.getByText(say('palette.does.palette'))).toBeVisible()
  await expectAccessible(page)
  await keys.getByRole('checkbox', { name: say('palette.keys.single') }).uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await expect(title).toBeFocused()
  await page.keyboard.press('/')
  await expect(title).toBeFocused()
  await page.keyboard.press('Control+k')
  await parts(page, say).option(say('palette.keys')).click()
  await expect(keys.getByRole('checkbox', { name: say('palette.keys.single') })).not.toBeChecked()
})

test('a customer finds its own screens and actions, and no partner’s', async ({ page, signInAs }) => {
  const say = await signInAs('customer.globaladmin', '/')
  await settled(page)
  const { field, group, option } = parts(page, say)
  await page.keyboard.press('Control+k')
  await expect(option(say('app.nav.my_partners'))).toBeVisible()
  await expect(group(say('palette.actions')).getByRole('option')).toHaveText([say('tokens.make'), say('palette.keys')])
  await field.fill(say('app.nav.my_partners'))
  await expect(group(say('palette.screens'))).toBeVisible()
  await expect(group(say('customers.title'))).toHaveCount(0)
})
