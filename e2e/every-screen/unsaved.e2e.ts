import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { call, chooseAccount, goTo, heading, invite, signIn } from '../steps.ts'
import { type Say, wordsOf } from '../words.ts'

const en = wordsOf('en')

test.use({ changes: true })

const question = (page: Page, say: Say) => page.getByRole('dialog', { name: say('ui.leave.title') })
const companyName = (page: Page, say: Say) => page.getByRole('textbox', { name: say('invitations.field.companyName') })

const asks = 'an invitation half written is not left unasked, and whoever stays finds everything as it was'
test(asks, async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/invitations')
  await page.getByRole('link', { name: say('invitations.new') }).click()
  await expect(heading(page, say('invitations.new'))).toBeFocused()
  await companyName(page, say).fill('Northwind Traders')

  await test.step('by a link: Escape stays, with the focus where it was', async () => {
    await goTo(page, say('app.nav.customers'))
    await expect(question(page, say)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(question(page, say)).toHaveCount(0)
    await expect(page).toHaveURL(/\/invitations\/new$/)
    await expect(page.getByRole('navigation').getByRole('link', { name: say('app.nav.customers'), exact: true })).toBeFocused()
    await expect(companyName(page, say)).toHaveValue('Northwind Traders')
  })

  await test.step('by the browser’s way back: the focus is in the field again', async () => {
    await companyName(page, say).focus()
    await page.goBack()
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).press('Enter')
    await expect(page).toHaveURL(/\/invitations\/new$/)
    await expect(companyName(page, say)).toBeFocused()
  })

  await test.step('by closing the tab: the browser asks', async () => {
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await expect(companyName(page, say)).toHaveValue('Northwind Traders')
  })

  await test.step('by signing out', async () => {
    await page.getByRole('button', { name: say('app.person', { name: 'Minseo Bae' }) }).click()
    await page.getByRole('menuitem', { name: say('app.sign_out') }).click()
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).click()
    await expect(companyName(page, say)).toHaveValue('Northwind Traders')
  })

  await test.step('who leaves is at the place gone to', async () => {
    await goTo(page, say('app.nav.customers'))
    await question(page, say).getByRole('button', { name: say('ui.leave.leave') }).click()
    await expect(heading(page, say('customers.title'))).toBeFocused()
    await goTo(page, say('app.nav.invitations'))
    await expect(heading(page, say('invitations.title'))).toBeVisible()
  })
})

const changed = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label, { exact: true }).fill(text)
}

test('every form whose words would be lost asks, and none whose words are there', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/reminder-settings')
  const staysThenLeaves = async () => {
    await goTo(page, say('app.nav.home'))
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).click()
    await goTo(page, say('app.nav.home'))
    await question(page, say).getByRole('button', { name: say('ui.leave.leave') }).click()
    await expect(page).toHaveURL(/\/$/)
  }
  const leavesUnasked = async () => {
    await goTo(page, say('app.nav.home'))
    await expect(page).toHaveURL(/\/$/)
    await expect(question(page, say)).toHaveCount(0)
  }

  await test.step('the days of reminders, not once they are saved', async () => {
    await changed(page, say('reminders.settings.days'), '2, 9')
    await goTo(page, say('app.nav.home'))
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).click()
    await page.getByRole('button', { name: say('reminders.settings.save') }).click()
    await expect(page.getByText(say('reminders.settings.saved'))).toBeVisible()
    await leavesUnasked()
  })

  await test.step('a mail template, also when another language takes its place; not once the change is undone', async () => {
    await page.goto('/invitations/templates?language=en')
    await changed(page, say('kit.subject'), 'For {customer}')
    await page.getByLabel(say('kit.language')).selectOption('de')
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).click()
    await expect(page.getByLabel(say('kit.subject'))).toHaveValue('For {customer}')
    await page.getByRole('button', { name: say('kit.undo') }).click()
    await leavesUnasked()
  })

  await test.step('a request for rights', async () => {
    await page.goto('/delegated-admin/new')
    await changed(page, say('gdap-requests.days.label'), '33')
    await staysThenLeaves()
  })

  await test.step('a role template, not when saving it leads on', async () => {
    await page.goto('/delegated-admin/templates')
    await page.goto('/delegated-admin/templates?edit=new')
    await page.getByRole('textbox', { name: say('role-templates.name') }).fill('Night desk')
    await page.getByRole('link', { name: say('role-templates.cancel') }).click()
    await question(page, say).getByRole('button', { name: say('ui.leave.stay') }).click()
    const search = page.getByRole('combobox', { name: say('role-templates.picker.search') })
    await search.fill('Reports')
    await page.getByRole('option').first().click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say('role-templates.create') }).click()
    await expect(page.getByText(say('role-templates.saved', { name: 'Night desk' }))).toBeVisible()
    await expect(page).toHaveURL(/templates#/)
  })

  await test.step('a PartnerID', async () => {
    await goTo(page, say('app.nav.resellers'))
    await page.getByRole('textbox', { name: say('partnerships.request.partner_id') }).fill('123')
    await staysThenLeaves()
  })

  await test.step('a list that stays in the tab does not ask, and is there again', async () => {
    await page.goto('/invitations/bulk')
    await page.getByRole('textbox', { name: say('bulk.list.label'), exact: true }).fill('Northwind Traders')
    await leavesUnasked()
    await page.goBack()
    await expect(page.getByRole('textbox', { name: say('bulk.list.label'), exact: true })).toHaveValue('Northwind Traders')
  })
})

test('what was made or answered leads on unasked', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales', '/invitations/new')
  await companyName(page, say).fill('Northwind Traders')
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  await page.getByRole('link', { name: say('invitations.made.open') }).click()
  await expect(page).toHaveURL(/\/invitations\/[\da-f-]{36}$/)

  const customer = await visitor('phone')
  const { link } = await invite(page)
  await customer.goto(link)
  await customer.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(customer, 'newcustomer.globaladmin')

  await test.step('a question asks before it is sent, and no more after', async () => {
    // What moves later would take the focus from a field that is typed in.
    const focusAtSight = customer.evaluate(() => new Promise<string | undefined>((tell) => {
      const observer = new MutationObserver(() => {
        if (document.getElementsByTagName('textarea').length === 0) return
        observer.disconnect()
        tell(document.activeElement?.textContent)
      })
      observer.observe(document, { childList: true, subtree: true })
    }))
    await customer.getByRole('button', { name: en('acceptance.ask_partner') }).click()
    expect(await focusAtSight).toBe(en('acceptance.question.title', { inviter: 'Contoso Distribution' }))
    await customer.getByLabel(en('acceptance.question.text')).fill('Who are you?')
    const asked = customer.waitForEvent('dialog')
    await customer.close({ runBeforeUnload: true })
    await (await asked).dismiss()
    await customer.getByRole('button', { name: en('acceptance.question.submit') }).click()
    await customer.getByRole('button', { name: en('acceptance.decline.back') }).click()
  })

  await test.step('a no with its reason leads to the receipt', async () => {
    await customer.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
    await customer.getByLabel(en('acceptance.decline.reason')).fill('We have a partner')
    await customer.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
    await expect(customer).toHaveURL(/\/receipts\//)
    await expect(question(customer, en)).toHaveCount(0)
  })
})

test('the end of a session asks nothing, and what was typed is there after it', async ({ page, context, signInAs }) => {
  const say = await signInAs('provider.sales', '/invitations')
  await page.getByRole('link', { name: say('invitations.new') }).click()
  await companyName(page, say).fill('Northwind Traders')
  const second = await context.newPage()
  await signIn(second, 'provider.admin', '/')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('button', { name: say('app.other_person.sign_in') }).click()
  await expect(question(page, say)).toHaveCount(0)
  await chooseAccount(page, 'provider.sales')
  await expect(companyName(page, say)).toHaveValue('Northwind Traders')
  await call(page, 'DELETE', '/api/session')
  await page.getByRole('link', { name: say('app.signed_out.again') }).click()
  await expect(question(page, say)).toHaveCount(0)
  await chooseAccount(page, 'provider.sales')
  await expect(companyName(page, say)).toHaveValue('Northwind Traders')
})
