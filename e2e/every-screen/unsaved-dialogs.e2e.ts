import { expect, test } from '../fixtures.ts'
import { askForRights, call, chooseAccount, goTo, heading, invite, openCustomer, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')

test.use({ changes: true })

test('what was written into an attestation is there when its dialog opens again, until it is cancelled', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=Fabrikam&limit=1')
  await page.goto(`/customers/${items[0]?.id}`)
  const dialog = page.getByRole('dialog', { name: say('agreements.attest') })
  const open = page.getByRole('button', { name: say('agreements.attest') })
  const firstName = page.getByLabel(say('agreements.field.firstName'))

  await test.step('by Escape and by its Close button', async () => {
    await open.click()
    await firstName.fill('Yuna')
    await page.keyboard.press('Escape')
    await expect(firstName).toHaveCount(0)
    await expect(open).toBeFocused()
    await open.click()
    await expect(firstName).toHaveValue('Yuna')
    await page.getByRole('dialog').getByRole('button', { name: say('ui.dialog.close') }).click()
    await open.click()
    await expect(firstName).toHaveValue('Yuna')
    await page.keyboard.press('Escape')
  })

  await test.step('leaving the page asks, since it would be lost', async () => {
    await goTo(page, say('app.nav.home'))
    await page.getByRole('dialog', { name: say('ui.leave.title') }).getByRole('button', { name: say('ui.leave.stay') }).click()
  })

  await test.step('cancelled it is gone, and nobody asks', async () => {
    await open.click()
    await page.getByRole('dialog').getByRole('button', { name: say('agreements.cancel') }).click()
    await open.click()
    await expect(firstName).toHaveValue('')
    await page.keyboard.press('Escape')
    await goTo(page, say('app.nav.home'))
    await expect(page).toHaveURL(/\/$/)
    await expect(dialog).toHaveCount(0)
  })
})

test('a choice of provider, group and roles outlasts its dialog', async ({ page, visitor, signInAs }) => {
  const say = await signInAs('direct.admin')
  await test.step('a provider and the customer’s consent', async () => {
    await openCustomer(page, 'Consolidated Logística Ltda.')
    await page.getByRole('button', { name: say('relationship-actions.extend') }).click()
    await page.getByRole('dialog').getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say('relationship-actions.extend') }).click()
    await expect(page.getByRole('dialog').getByRole('checkbox')).toBeChecked()
    await page.getByRole('dialog').getByRole('button', { name: say('relationship-actions.cancel') }).click()
    await page.getByRole('button', { name: say('relationship-actions.extend') }).click()
    await expect(page.getByRole('dialog').getByRole('checkbox')).not.toBeChecked()
    await page.keyboard.press('Escape')
  })

  const partner = await visitor()
  const words = await signIn(partner, 'provider.admin')
  const made = await askForRights(partner, 'Journey-kept-choice')
  const customer = await visitor()
  const toCustomer = await signIn(customer, 'customer.globaladmin', `/approve/${made.id}`)
  await customer.getByRole('button', { name: toCustomer('approval.approve') }).click()
  await heading(customer, toCustomer('approval.granted.title', { partner: 'Contoso Distribution' })).waitFor()
  await partner.goto(`/delegated-admin/${made.id}`)
  await test.step('a group and fewer roles', async () => {
    const dialog = partner.getByRole('dialog')
    await partner.getByRole('button', { name: words('delegated-admin.assign') }).click()
    await dialog.getByRole('radio', { name: 'Tier 2 support' }).check()
    await dialog.getByRole('checkbox').first().uncheck()
    await partner.keyboard.press('Escape')
    await partner.getByRole('button', { name: words('delegated-admin.assign') }).click()
    await expect(dialog.getByRole('radio', { name: 'Tier 2 support' })).toBeChecked()
    await expect(dialog.getByRole('checkbox').first()).not.toBeChecked()
  })
})

test('a text in one language is there again after another was looked at', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales')
  const { id } = await invite(page)
  await page.goto(`/invitations/${id}`)
  await page.getByRole('button', { name: say('invitations.show_link') }).click()
  const [language, subject] = [page.getByLabel(say('kit.language')), page.getByLabel(say('kit.subject'))]
  await subject.fill('For Northwind')
  await language.selectOption('de')
  await expect(subject).not.toHaveValue('For Northwind')
  await language.selectOption('en')
  await expect(subject).toHaveValue('For Northwind')
})

test('what a customer wrote is there again after the way back', async ({ page, visitor, signInAs }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page)
  const customer = await visitor('phone')
  await customer.goto(link)
  await customer.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(customer, 'newcustomer.globaladmin')
  const back = customer.getByRole('button', { name: en('acceptance.decline.back') })

  await test.step('the reason for a no', async () => {
    const decline = customer.getByRole('button', { name: en('acceptance.decline'), exact: true })
    await decline.click()
    await customer.getByLabel(en('acceptance.decline.reason')).fill('We have a partner')
    await back.click()
    await decline.click()
    await expect(customer.getByLabel(en('acceptance.decline.reason'))).toHaveValue('We have a partner')
    await back.click()
  })

  await test.step('a question, until it is sent', async () => {
    const ask = customer.getByRole('button', { name: en('acceptance.ask_partner') })
    await ask.click()
    await customer.getByLabel(en('acceptance.question.text')).fill('Who are you?')
    await back.click()
    await ask.click()
    await expect(customer.getByLabel(en('acceptance.question.text'))).toHaveValue('Who are you?')
    await customer.getByRole('button', { name: en('acceptance.question.submit') }).click()
    await back.click()
    await ask.click()
    await expect(customer.getByLabel(en('acceptance.question.text'))).toHaveValue('')
    await back.click()
  })

  await test.step('an administrator’s address', async () => {
    const another = customer.getByRole('button', { name: en('acceptance.ask_admin.another') })
    await another.click()
    await customer.getByLabel(en('acceptance.hand_over.email')).fill('admin@tailspintoys.com')
    await back.click()
    await another.click()
    await expect(customer.getByLabel(en('acceptance.hand_over.email'))).toHaveValue('admin@tailspintoys.com')
  })
})
