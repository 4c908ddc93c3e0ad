import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { askForRights, call, chooseAccount, heading, invite, openCustomer, signIn } from '../steps.ts'
import { type Say, wordsOf } from '../words.ts'

const en = wordsOf('en')

test.use({ changes: true })

const wrong = (page: Page, say: Say, count: number) => page.getByRole('alert').filter({ hasText: say('ui.form.wrong', { count }) })

/** Presses like a hand: what renders on pointer down is there before the release. */
async function press(page: Page, button: Locator) {
  await button.hover()
  await page.mouse.down()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.mouse.up()
}

test('a button pressed straight after typing is where it was, and does what it says', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/new')

  await test.step('an invitation', async () => {
    await page.getByRole('spinbutton', { name: say('invitations.new.days') }).fill('0')
    await press(page, page.getByRole('button', { name: say('invitations.new.submit') }))
    await expect(wrong(page, say, 2)).toBeVisible()
  })

  await test.step('a request for rights', async () => {
    await page.goto('/delegated-admin/new')
    await page.getByRole('spinbutton', { name: say('gdap-requests.days.label') }).fill('')
    await press(page, page.getByRole('button', { name: say('gdap-requests.save_draft') }))
    await expect(wrong(page, say, 3)).toBeVisible()
  })
})

test('whoever writes an agreement down presses once', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=Fabrikam&limit=1')
  await page.goto(`/customers/${items[0]?.id}`)
  await page.getByRole('button', { name: say('agreements.attest') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('agreements.field.firstName')).fill(' ')
  await press(page, dialog.getByRole('button', { name: say('agreements.attest') }))
  await expect(wrong(page, say, 4)).toBeVisible()
  await expect(dialog.getByLabel(say('agreements.field.firstName'))).toBeFocused()
})

test('an empty list has the focus when it counts as wrong', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/bulk')
  await expect(page.getByRole('button', { name: say('bulk.check') })).toBeEnabled()
  await page.getByRole('button', { name: say('bulk.check') }).press('Enter')
  await expect(wrong(page, say, 1)).toBeVisible()
  const list = page.getByRole('textbox', { name: say('bulk.list.label'), exact: true })
  await expect(list).toBeFocused()
  await expect(list).toHaveAccessibleDescription(new RegExp(say('bulk.refused.empty')))
  await page.goto('/delegated-admin/bulk')
  await page.getByLabel(say('gdap-requests.roles.template')).selectOption({ index: 1 })
  await page.getByRole('button', { name: say('gdap-requests.bulk.check') }).press('Enter')
  await expect(wrong(page, say, 1)).toBeVisible()
  await expect(page.getByRole('textbox', { name: say('gdap-requests.bulk.list'), exact: true })).toBeFocused()
})

test('a mail template and an organisation’s answers say what is wrong as every form does', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales', '/invitations/templates?language=de')
  await test.step('a template: what is wrong with subject and text stands at them, and the first has the focus', async () => {
    const subject = page.getByLabel(say('kit.subject'))
    const text = page.getByLabel(say('kit.text'), { exact: true })
    await subject.fill('')
    await text.fill('Guten Tag')
    await press(page, page.getByRole('button', { name: say('kit.templates.save') }))
    await expect(wrong(page, say, 2)).toBeVisible()
    await expect(subject).toBeFocused()
    await expect(text).toHaveAccessibleDescription(/BR-38/)
    await subject.fill('Für {customer}')
    await expect(wrong(page, say, 1)).toBeVisible()
    await page.getByRole('button', { name: say('kit.templates.save') }).click()
    await expect(text).toBeFocused()
  })

  const { link } = await invite(page)
  const customer = await visitor('phone')
  await customer.goto(link)
  await customer.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  await chooseAccount(customer, 'newcustomer.globaladmin')
  await test.step('a question without words', async () => {
    await customer.getByRole('button', { name: en('acceptance.ask_partner') }).click()
    await customer.getByRole('button', { name: en('acceptance.question.submit') }).click()
    await expect(wrong(customer, en, 1)).toBeVisible()
    await expect(customer.getByLabel(en('acceptance.question.text'))).toBeFocused()
    await customer.getByRole('button', { name: en('acceptance.decline.back') }).click()
  })
  await test.step('a question to an administrator without an address', async () => {
    await customer.getByRole('button', { name: en('acceptance.ask_admin.another') }).click()
    await customer.getByLabel(en('acceptance.hand_over.email')).fill('nobody')
    await customer.getByRole('button', { name: en('acceptance.hand_over.submit') }).click()
    await expect(wrong(customer, en, 1)).toBeVisible()
    await expect(customer.getByLabel(en('acceptance.hand_over.email'))).toBeFocused()
    await customer.getByRole('button', { name: en('acceptance.decline.back') }).click()
  })
  await test.step('a no whose reason cannot be kept', async () => {
    await customer.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
    await customer.getByLabel(en('acceptance.decline.reason')).fill('No\u0000')
    await customer.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
    await expect(wrong(customer, en, 1)).toBeVisible()
    await expect(customer.getByLabel(en('acceptance.decline.reason'))).toBeFocused()
    await expect(customer.getByLabel(en('acceptance.decline.reason'))).toHaveValue(/^No/)
  })
})

/** Changes a sent field, as an outdated form would send it. */
function sends(page: Page, path: RegExp, change: (body: Record<string, unknown>) => Record<string, unknown>) {
  let isSent = false
  return page.route(path, (route) => {
    if (isSent || route.request().method() === 'GET') return route.fallback()
    isSent = true
    return route.continue({ postData: change(route.request().postDataJSON() as Record<string, unknown>) })
  })
}

test('what the server says of a field stands at the field, which has the focus', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/reminder-settings')
  const expectAt = async (field: Locator, described = field) => {
    await expect(wrong(page, say, 1)).toBeVisible()
    await expect(field).toBeFocused()
    await expect(described).toHaveAccessibleDescription(/\S/)
    await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveCount(0)
  }

  await test.step('/days of reminders', async () => {
    await sends(page, /\/reminder-settings$/, (body) => ({ ...body, days: [9, 3] }))
    await page.getByRole('button', { name: say('reminders.settings.save') }).click()
    await expectAt(page.getByLabel(say('reminders.settings.days')))
  })

  await test.step('/subject and /text of a mail template', async () => {
    await page.goto('/invitations/templates?language=de')
    await sends(page, /\/message-templates\//, (body) => ({ ...body, subject: '{price}' }))
    await page.getByRole('button', { name: say('kit.templates.save') }).click()
    await expectAt(page.getByLabel(say('kit.subject')))
    await sends(page, /\/message-templates\//, (body) => ({ ...body, text: '{price}' }))
    await page.getByRole('button', { name: say('kit.templates.save') }).click()
    await expectAt(page.getByLabel(say('kit.text'), { exact: true }))
  })

  await test.step('/name and /roles of a role template', async () => {
    await page.goto('/delegated-admin/templates?copy=recommended')
    await sends(page, /\/delegated-admin\/templates$/, (body) => ({ ...body, name: '' }))
    await page.getByRole('button', { name: say('role-templates.create') }).click()
    await expectAt(page.getByRole('textbox', { name: say('role-templates.name') }))
    await sends(page, /\/delegated-admin\/templates$/, (body) => ({ ...body, roles: ['none'] }))
    await page.getByRole('button', { name: say('role-templates.create') }).click()
    const search = page.getByRole('combobox', { name: say('role-templates.picker.search') })
    await expectAt(search, page.getByRole('group', { name: say('role-templates.roles_of') }))
  })
})

test('what the server says of a provider or a group stands at it, in its dialog', async ({ page, visitor, signInAs }) => {
  const say = await signInAs('direct.admin')
  const unknown = '0f0f0f0f-0000-4000-8000-000000000001'

  await test.step('/providerId of an extension', async () => {
    await openCustomer(page, 'Consolidated Logística Ltda.')
    await page.getByRole('button', { name: say('relationship-actions.extend') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await sends(page, /\/extend-relationship$/, (body) => ({ ...body, providerId: unknown }))
    await dialog.getByRole('button', { name: say('relationship-actions.extend') }).click()
    await expect(wrong(page, say, 1)).toBeVisible()
    await expect(dialog.getByLabel(say('relationship-actions.extend.provider'))).toBeFocused()
    await expect(dialog.getByLabel(say('relationship-actions.extend.provider'))).toHaveAccessibleDescription(/BR-54e/)
  })

  const partner = await visitor()
  const toPartner = await signIn(partner, 'provider.admin')
  const made = await askForRights(partner, 'Journey-field-errors')
  const customer = await visitor()
  const toCustomer = await signIn(customer, 'customer.globaladmin', `/approve/${made.id}`)
  await customer.getByRole('button', { name: toCustomer('approval.approve') }).click()
  await heading(customer, toCustomer('approval.granted.title', { partner: 'Contoso Distribution' })).waitFor()
  await partner.goto(`/delegated-admin/${made.id}`)
  const dialog = partner.getByRole('dialog')
  const assign = dialog.getByRole('button', { name: toPartner('delegated-admin.assign'), exact: true })

  await test.step('/accessContainer of an assignment', async () => {
    await partner.getByRole('button', { name: toPartner('delegated-admin.assign') }).click()
    await dialog.getByRole('radio', { name: 'Tier 2 support' }).check()
    await sends(partner, /\/access-assignments$/, (body) => ({
      ...body, accessContainer: { accessContainerId: unknown, accessContainerType: 'securityGroup' },
    }))
    await assign.click()
    await expect(wrong(partner, toPartner, 1)).toBeVisible()
    await expect(dialog.getByRole('group', { name: toPartner('delegated-admin.assign.group') })).toHaveAccessibleDescription(/\S/)
    await expect(dialog.getByRole('radio').first()).toBeFocused()
  })

  await test.step('/accessDetails of an assignment', async () => {
    await sends(partner, /\/access-assignments$/, (body) => ({ ...body, accessDetails: { unifiedRoles: [{ roleDefinitionId: unknown }] } }))
    await assign.click()
    await expect(dialog.getByRole('group', { name: toPartner('delegated-admin.assign.roles') })).toHaveAccessibleDescription(/\S/)
  })
})

test('a text that is too long to be looked for stays in its field, which says so', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  const long = `${'Contoso '.repeat(25)}!`
  for (const [path, label] of [
    ['/customers', 'customers.search'], ['/invitations', 'invitations.list.search'], ['/delegated-admin/roles', 'role-templates.search'],
    ['/delegated-admin/new', 'role-templates.picker.search'], ['/rules', 'rules.search'],
  ] as const) {
    await page.goto(path)
    const field = page.getByRole(path.endsWith('new') ? 'combobox' : 'searchbox', { name: say(label), exact: true })
    await field.focus()
    // Inserts like a paste, which a `maxlength` would clip.
    await page.keyboard.insertText(long)
    await expect(field).toHaveAccessibleDescription(new RegExp(say('ui.search.too_long', { limit: 200 })))
    await expect(field).toHaveValue(long)
    await field.press('Enter')
    await expect(field).toBeFocused()
    await field.fill(long.slice(0, -1))
    await expect(field).not.toHaveAccessibleDescription(/200/)
    await expect(field).toHaveValue(long.slice(0, -1))
  }
})
