import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { goTo, heading, openCustomer, signIn } from '../steps.ts'

const company = "Munson's 식품(주)"
const alias = 'The bakery of Busan'

test.describe('what a partner says of a customer', () => {
  test.use({ changes: true })

  test('is found by those who said it, and by nobody else', async ({ page, signInAs, visitor, expectAccessible }) => {
    const say = await signInAs('provider.sales')
    const id = await openCustomer(page, company)
    const card = page.getByRole('region', { name: say('customers.detail.description') })
    await expect(card).toContainText(say('customers.detail.description.none'))
    await card.getByRole('button', { name: say('customers.detail.description.edit') }).click()
    const dialog = page.getByRole('dialog')
    await expectAccessible(page)
    await dialog.getByLabel(say('customers.detail.alias')).fill('Nearly lost')
    await page.keyboard.press('Escape')
    await goTo(page, say('app.nav.home'))
    await page.getByRole('dialog', { name: say('ui.leave.title') }).getByRole('button', { name: say('ui.leave.stay') }).click()
    await card.getByRole('button', { name: say('customers.detail.description.edit') }).click()
    await expect(dialog.getByLabel(say('customers.detail.alias'))).toHaveValue('Nearly lost')
    await dialog.getByLabel(say('customers.detail.tags')).fill('x'.repeat(51))
    await dialog.getByRole('button', { name: say('customers.detail.description.save') }).click()
    await expect(dialog.getByLabel(say('customers.detail.tags'))).toBeFocused()
    await expect(dialog.getByLabel(say('customers.detail.tags')))
      .toHaveAccessibleDescription(new RegExp(say('customers.detail.tags.error', { most: 150, count: 50 })))
    await dialog.getByLabel(say('customers.detail.alias')).fill(alias)
    await dialog.getByLabel(say('customers.detail.tags')).fill('Key account\n\nkey ACCOUNT\nSouth')
    await dialog.getByLabel(say('customers.detail.notes')).fill('Open on Mondays.\nAsk for Sora.')
    await dialog.getByRole('button', { name: say('customers.detail.description.save') }).click()
    await expect(dialog).toBeHidden()

    await expect(heading(page, company)).toBeVisible()
    // Beside the heading, and among what was said.
    await expect(page.getByText(alias)).toHaveCount(2)
    await expect(card.getByRole('listitem')).toHaveText(['Key account', 'South'])
    await expect(card).toContainText('Open on Mondays.')
    const history = page.getByRole('region', { name: say('relationships.history') })
    await expect(history).toContainText(say('home.event.customer.described'))
    await expect(history).toContainText(say('home.event.customer.tagged'))
    await expectAccessible(page)

    await card.getByRole('link', { name: 'South' }).click()
    const row = page.getByRole('row').filter({ hasText: company })
    await expect(row).toContainText(alias)
    await expect(page.getByText(say('customers.matching', { count: 1 }))).toBeVisible()
    await expect(page.getByLabel(say('customers.filter.tag'), { exact: true })).toHaveValue('South')
    await expectAccessible(page)
    await page.goto('/customers')
    await page.getByRole('searchbox', { name: say('customers.search') }).fill('bakery of busan')
    await expect(page.getByText(say('customers.matching', { count: 1 }))).toBeVisible()
    await expect(row.getByRole('link', { name: company })).toBeVisible()
    await page.getByLabel(say('customers.filter.tag'), { exact: true }).selectOption('Key account')
    await expect(page).toHaveURL(/search=bakery.*tag=Key\+account/)
    await expect(row).toBeVisible()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: say('customers.export.filtered') }).click()
    const exported = await readFile(await (await download).path(), 'utf8')
    expect(exported.split('\r\n').slice(1, -1)).toEqual([expect.stringContaining(`Cloud Reseller,"Key account; South",${alias},`)])

    const reseller = await visitor()
    const toReseller = await signIn(reseller, 'reseller.admin', `/customers/${id}`)
    const theirs = reseller.getByRole('region', { name: toReseller('customers.detail.description') })
    await expect(theirs).toContainText(toReseller('customers.detail.description.none'))
    for (const words of [alias, 'South', 'Mondays']) await expect(reseller.getByText(words)).toHaveCount(0)
    await reseller.goto('/customers?search=munson')
    await expect(reseller.getByRole('row').filter({ hasText: company })).toBeVisible()
    await expect(reseller.getByText(alias)).toHaveCount(0)
    await expect(reseller.getByLabel(toReseller('customers.filter.tag'), { exact: true })).toHaveCount(0)

    const helpdesk = await visitor()
    const toHelpdesk = await signIn(helpdesk, 'provider.helpdesk', `/customers/${id}`)
    const read = helpdesk.getByRole('region', { name: toHelpdesk('customers.detail.description') })
    await expect(read).toContainText(alias)
    const edit = read.getByRole('button', { name: toHelpdesk('customers.detail.description.edit') })
    await expect(edit).toHaveAccessibleDescription(/BR-106/)
    await expect(read.getByText(toHelpdesk('refusal.description.needs_admin_or_sales_agent'))).toBeVisible()
    await expectAccessible(helpdesk)
  })
})
