import type { Page } from '@playwright/test'
import type { GdapRelationshipDetail } from '../../domain/gdap/schemas.ts'
import { roleNamed } from '../../domain/gdap/roles/catalogue.ts'
import { expect, test } from '../fixtures.ts'
import { askForRights, call, chooseAccount, goTo, heading, settled, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const de = wordsOf('de')
const ko = wordsOf('ko')
const partner = 'Contoso Distribution'
const tenant = 'Tailspin Toys'

test.use({ changes: true, contextOptions: { reducedMotion: 'reduce' } })

const isNarrowEnough = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
const approve = (page: Page, say = ko) => page.getByRole('button', { name: say('approval.approve') })

const whole = 'from the mail on a phone: signs in, reads, approves, keeps the receipt, and finds it again'
test(whole, async ({ page, signInAs, visitor, expectAccessible }) => {
  await signInAs('provider.admin')
  const { id, displayName } = await askForRights(page, 'Phone-request', { autoExtendDuration: 'P180D', duration: 'P90D' })
  const phone = await visitor('phone')
  await phone.setViewportSize({ width: 320, height: 640 })

  await test.step('nobody signed in learns what this is, and nothing more', async () => {
    await phone.goto(`/approve/${id}`)
    await expect(heading(phone, en('approval.signed_out.title'))).toBeVisible()
    await expect(phone.getByText(partner)).toHaveCount(0)
    expect(await isNarrowEnough(phone)).toBe(true)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: en('approval.sign_in') }).click()
    await expect(phone).toHaveURL(/\/sign-in$/)
    await expect(phone.getByRole('heading', { level: 2 }).first()).toHaveText(tenant)
    await chooseAccount(phone, 'customer.globaladmin')
  })

  await test.step('the page says who, what, until when, and what stays, in the reader’s language', async () => {
    await expect(heading(phone, partner)).toBeVisible()
    await expect(phone.getByText('contoso-distribution.example · 대한민국')).toBeVisible()
    await expect(phone.getByText(ko('approval.lead', { partner, tenant }))).toBeVisible()
    await expect(phone.getByText(ko('roles.name.license_administrator'))).toBeVisible()
    await expect(phone.getByText(ko('approval.asks.all_or_nothing', { partner }))).toBeVisible()
    await expect(phone.getByText(ko('approval.grants.extends'))).toBeVisible()
    await expect(phone.getByText(ko('approval.unchanged.reseller', { partner }))).toBeVisible()
    await expect(phone.getByText(ko('acceptance.account.answering_for', { tenant })).first()).toBeVisible()
    expect(await isNarrowEnough(phone)).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.emulateMedia({ colorScheme })
      await expectAccessible(phone)
    }
  })

  await test.step('and in German, by the switch of the page', async () => {
    await phone.getByLabel(ko('acceptance.language')).selectOption('de')
    await expect(phone.getByText(de('approval.lead', { partner, tenant }))).toBeVisible()
    await expect(phone.getByText(de('roles.name.license_administrator'))).toBeVisible()
    await expect(phone.getByText('License Administrator')).toHaveCount(0)
    expect(await isNarrowEnough(phone)).toBe(true)
    await phone.getByLabel(de('acceptance.language')).selectOption('ko')
  })

  await test.step('no answer is needed to say no', async () => {
    await phone.getByRole('button', { name: ko('approval.later') }).click()
    await expect(phone.getByRole('heading', { name: ko('approval.later.title') })).toBeFocused()
    await phone.getByRole('button', { name: ko('approval.later.back') }).click()
  })

  await test.step('the yes leads to the receipt', async () => {
    await approve(phone).click()
    await expect(heading(phone, ko('approval.granted.title', { partner }))).toBeFocused()
    await expect(phone.getByRole('status').filter({ hasText: ko('approval.done') })).toBeVisible()
    const receipt = phone.getByRole('article', { name: ko('approval.receipt.title') })
    await expect(receipt).toContainText('Sora Min')
    await expect(receipt).toContainText(displayName)
    await expect(receipt.getByRole('button', { name: ko('acceptance.receipt.print') })).toBeVisible()
    await expect(phone.getByText(ko('delegated-admin.status.active'), { exact: true })).toBeVisible()
    expect(await isNarrowEnough(phone)).toBe(true)
    await expectAccessible(phone)
  })

  await test.step('My partners has it, and the link says that it is answered', async () => {
    await goTo(phone, ko('app.nav.my_partners'))
    const own = phone.getByRole('region', { name: partner })
    await expect(own.getByRole('link', { name: displayName })).toBeVisible()
    await expect(phone.getByRole('link', { name: ko('approval.receipts.of', { partner, name: displayName }) })).toBeVisible()
    expect(await isNarrowEnough(phone)).toBe(true)
    await expectAccessible(phone)
    await phone.goto(`/approve/${id}`)
    await expect(heading(phone, ko('approval.answered', { partner }))).toBeVisible()
    await phone.getByRole('link', { name: ko('approval.answered.see') }).click()
    await expect(heading(phone, ko('approval.granted.title', { partner }))).toBeVisible()
  })
})

test('somebody without the role reads why, and hands the link on', async ({ page, signInAs, visitor, expectAccessible }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'For-the-admin')
  const reader = await visitor('phone')
  await signIn(reader, 'customer.user', `/approve/${id}`)
  await expect(heading(reader, ko('acceptance.refused.needs_global_admin.title'))).toBeFocused()
  await expect(reader.getByRole('button', { name: ko('acceptance.refused.copy_link') })).toBeVisible()
  const mail = reader.getByRole('link', { name: ko('acceptance.hand_over.open') })
  await expect(mail).toHaveAttribute('href', new RegExp(`^mailto:\\?subject=.*${encodeURIComponent(`/approve/${id}`)}$`))
  await reader.getByText(ko('approval.refused.read')).click()
  await expect(reader.getByText(ko('roles.name.license_administrator'))).toBeVisible()
  await expect(approve(reader)).toHaveCount(0)
  await expectAccessible(reader)
  await reader.goto('/')
  await expect(reader.getByText(ko('home.customer.requests.text.user'))).toBeVisible()
})

test('another tenant, a partner, a cloud without it, and an id of nothing each have a plain page', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.admin')
  const { id } = await askForRights(page, 'Only-for-Tailspin')
  await page.goto(`/approve/${id}`)
  await expect(heading(page, say('approval.refused.partner'))).toBeVisible()
  await expect(page.getByText(say('refusal.gdap.only_customer_approves'))).toBeVisible()

  const reader = await visitor()
  await signIn(reader, 'newcustomer.globaladmin')
  const unknown = heading(reader, ko('approval.refused.not_found', { tenant: 'Northwind Traders' }))
  await reader.goto(`/approve/${id}`)
  await expect(unknown).toBeVisible()
  await reader.goto('/approve/not-an-id')
  await expect(unknown).toBeVisible()
  await reader.getByRole('button', { name: ko('acceptance.account.switch') }).click()
  await chooseAccount(reader, 'customer-cn.globaladmin')
  await expect(reader.getByText('gdap.cloud_undocumented')).toBeVisible()
})

test('an open request belongs to the first tenant that approves; the second is told', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'For-anybody', { customer: null })
  const [second, first] = [await visitor('phone'), await visitor('phone')]
  await signIn(second, 'newcustomer.globaladmin', `/approve/${id}`)
  await expect(second.getByText(ko('approval.grants.open', { tenant: 'Northwind Traders' }))).toBeVisible()

  await signIn(first, 'customer.globaladmin', `/approve/${id}`)
  await approve(first).click()
  await expect(heading(first, ko('approval.granted.title', { partner }))).toBeVisible()

  await approve(second).click()
  await expect(heading(second, ko('approval.refused.not_found', { tenant: 'Northwind Traders' }))).toBeFocused()
  await expect(second.getByRole('alert')).toHaveText(ko('approval.refused.taken'))
})

test('what a colleague has approved meanwhile is not approved twice', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'Two-admins')
  const [one, other] = [await visitor(), await visitor()]
  for (const each of [one, other]) {
    await signIn(each, 'customer.globaladmin', `/approve/${id}`)
    await expect(approve(each)).toBeVisible()
  }
  await approve(one).click()
  await expect(heading(one, ko('approval.granted.title', { partner }))).toBeVisible()
  await approve(other).click()
  // Repeating the approval returns the first receipt.
  await expect(heading(other, ko('approval.granted.title', { partner }))).toBeFocused()
  await expect(other.getByText(/Sora Min,/)).toBeVisible()
})

test('auto-extend is turned off and on, and roles are removed, with what stays', async ({ page, signInAs, visitor, expectAccessible }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'To-be-removed')
  const ga = await askForRights(page, 'With-everything', { roles: [roleNamed('Global Administrator')] })
  const customer = await visitor()
  await signIn(customer, 'customer.globaladmin')
  for (const each of [id, ga.id]) await call(customer, 'POST', `/api/delegated-admin/relationships/${each}/approve`)

  await customer.goto(`/my-partners/delegated-admin/${id}`)
  const extension = customer.getByRole('switch', { name: ko('approval.auto_extend') })
  await expect(extension).not.toBeChecked()
  const { promise: both, resolve: bothChosen } = Promise.withResolvers<void>()
  await customer.route(`**/api/delegated-admin/relationships/${id}`, async (route) => {
    if (route.request().method() === 'GET') await both
    await route.continue()
  })
  await extension.click()
  await expect(extension).toBeChecked()
  await expect(customer.getByRole('status')).toContainText(ko('approval.auto_extend.on', { partner }))
  await extension.press('Space')
  await expect(extension).not.toBeChecked()
  await expect(customer.getByRole('status')).toContainText(ko('approval.auto_extend.off', { partner }))
  bothChosen()
  await expect(extension).not.toBeChecked()
  const one = () => call<GdapRelationshipDetail>(customer, 'GET', `/api/delegated-admin/relationships/${id}`)
  await expect.poll(async () => (await one()).autoExtendDuration).toBe('PT0S')

  await customer.getByRole('button', { name: ko('approval.remove') }).click()
  const dialog = customer.getByRole('dialog', { name: ko('approval.remove.title', { partner }) })
  await expect(dialog).toContainText(ko('my-partners.remove.keeps.relationship'))
  await expectAccessible(customer)
  await dialog.getByRole('button', { name: ko('approval.remove') }).click()
  await expect(customer.getByText(ko('delegated-admin.status.terminated'), { exact: true })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(customer.getByRole('button', { name: ko('approval.remove') })).toHaveCount(0)
  await expect.poll(() => customer.evaluate(() => document.activeElement?.tagName)).toBe('P')

  await customer.goto(`/my-partners/delegated-admin/${ga.id}`)
  await settled(customer)
  await expect(extension).toHaveAccessibleDescription(/BR-87/)
  await expect(extension).toBeDisabled()
})

test('a customer approves by keyboard alone', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'By-keyboard')
  const customer = await visitor('phone')
  await customer.goto(`/approve/${id}`)
  await heading(customer, en('approval.signed_out.title')).waitFor()
  await tabTo(customer, en('approval.sign_in'))
  await customer.keyboard.press('Enter')
  await chooseAccount(customer, 'customer.globaladmin')
  await expect(heading(customer, partner)).toBeVisible()
  await tabTo(customer, ko('approval.approve'))
  await customer.keyboard.press('Enter')
  await expect(heading(customer, ko('approval.granted.title', { partner }))).toBeFocused()
})

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByRole('button', { name, exact: true }))
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.count()) > 0) return
  }
  throw new Error(`Tab never came to ${name}.`)
}
