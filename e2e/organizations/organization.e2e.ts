import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { askForRights, call, fact, goTo, heading, invite, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

test.use({ changes: true })

test('a partner says how it is reached, its colleague reads who may, its reseller sees the new name', async ({
  page, signInAs, visitor, expectAccessible,
}) => {
  const say = await signInAs('provider.admin', '/')
  await goTo(page, say('app.nav.organization'))
  await expect(heading(page, say('organization.title'))).toBeVisible()
  const name = page.getByLabel(say('organization.fact.name'), { exact: true })
  const save = page.getByRole('button', { name: say('organization.save') })
  await expect(name).toHaveValue('Contoso Distribution')
  await page.getByLabel(say('organization.contact.name')).fill('Sora Min')
  await page.getByLabel(say('organization.contact.email')).fill('nobody')
  await save.click()
  await expect(page.getByLabel(say('organization.contact.email'))).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel(say('organization.contact.email')).fill('sora@contoso-distribution.example')
  const zone = page.getByRole('combobox', { name: say('organization.time_zone') })
  await zone.fill('seoul')
  await page.getByRole('option', { name: 'Asia/Seoul' }).click()
  await name.fill('Contoso Verteiler')
  await save.click()
  await expect(page.getByText(say('organization.saved'))).toBeVisible()
  await expect(page.getByRole('banner').getByText('Contoso Verteiler')).toBeVisible()
  await page.reload()
  await expect(zone).toHaveValue('Asia/Seoul')

  const colleague = await visitor('phone')
  const toColleague = await signIn(colleague, 'provider.sales', '/organization')
  await expect(colleague.getByText(toColleague('refusal.organization.needs_admin_agent'))).toBeVisible()
  await expect(fact(colleague, toColleague('organization.contact'))).toContainText('Sora Min')
  const reseller = await visitor()
  await signIn(reseller, 'reseller.admin', '/partnerships')
  await expect(reseller.getByText('Contoso Verteiler').first()).toBeVisible()
})

test('a domain is named, waits for its record, and is proven', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin', '/organization')
  const name = page.getByRole('textbox', { name: say('organization.domains.name'), exact: true })
  await name.fill('no domain')
  const add = page.getByRole('button', { name: say('organization.domains.add') })
  await add.click()
  await expect(name).toBeFocused()
  await name.fill('Verteiler.example')
  await add.click()
  const domain = page.getByRole('group', { name: 'verteiler.example' })
  await expect(domain.getByText('_tessera.verteiler.example')).toBeVisible()
  await expect(domain.getByText(say('organization.domains.unproven'))).toBeVisible()
  await expectAccessible(page)
  await domain.getByRole('button', { name: say('organization.domains.pretend') }).click()
  await expect(page.getByText(say('organization.domains.verified'))).toBeVisible()
  await expect(domain.getByText(say('organization.domains.unproven'))).toBeHidden()
  await domain.getByRole('button', { name: say('organization.domains.remove') }).click()
  await expect(domain).toBeHidden()
})

/** Two tiles, 96 × 32 pixels. */
const tiles =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAAAgAQMAAADXDu8XAAAABlBMVEVMaXERIjOf2k9sAAAAAXRSTlMAQObYZgAAAAlwSFlzAAALEwAACxMBAJqcGAAAABlJREFU'
  + 'GNNjYCAD/P//n4H/PwSMcojnkAEAEQnweRGS0cAAAAAASUVORK5CYII='

test('a logo is chosen, seen by whoever is asked, replaced by nothing that is no picture, and removed', async ({
  page, signInAs, visitor, expectAccessible,
}) => {
  const say = await signInAs('provider.admin', '/organization')
  await expect(page.getByText(say('organization.logo.none'))).toBeVisible()
  const choose = async (label: string, name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: label }).click()
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer })
  }
  await choose(say('organization.logo.choose'), 'logo.png', Buffer.from('no picture'))
  await expect(page.getByRole('alert').filter({ hasText: say('problem.organization.logo_unknown') })).toBeVisible()
  await expectAccessible(page)
  await choose(say('organization.logo.choose'), 'logo.txt', Buffer.from(tiles, 'base64'))
  await expect(page.getByText(say('organization.logo.saved'))).toBeVisible()
  const logo = page.getByRole('img', { name: say('organization.logo.alt', { organization: 'Contoso Distribution' }) })
  const isDrawn = (picture: Locator) => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)
  await expect.poll(() => isDrawn(logo)).toBe(96)
  await expectAccessible(page)
  const { link } = await invite(page)

  const phone = await visitor('phone')
  await phone.goto(link)
  const shown = phone.getByRole('main').getByRole('presentation')
  await expect.poll(() => isDrawn(shown)).toBe(96)
  await expectAccessible(phone)
  await page.getByRole('button', { name: say('organization.logo.remove') }).click()
  await expect(page.getByText(say('organization.logo.none'))).toBeVisible()
  await phone.reload()
  await expect(heading(phone, 'Contoso Distribution')).toBeVisible()
  await expect(shown).toHaveCount(0)
})

test('whoever is asked is warned of a name like Microsoft’s, and reads what is proven', async ({
  page, signInAs, visitor, expectAccessible,
}) => {
  const say = await signInAs('provider.admin', '/organization')
  await page.getByLabel(say('organization.fact.name'), { exact: true }).fill('Мicros0ft Support')
  await page.getByRole('button', { name: say('organization.save') }).click()
  await expect(page.getByText(say('organization.imitates.microsoft'))).toBeVisible()
  await expectAccessible(page)
  await call(page, 'POST', '/api/organization/domains', { domain: 'verteiler.example' })
  await call(page, 'POST', '/api/organization/domains/verteiler.example/verify', { pretend: true })
  const { link } = await invite(page)
  const { id } = await askForRights(page, 'support-desk')

  const phone = await visitor('phone')
  await phone.setViewportSize({ width: 320, height: 640 })
  await phone.goto(link)
  for (const locale of ['ko', 'de'] as const) {
    await phone.getByRole('combobox').selectOption(locale)
    await expect(phone.getByText(wordsOf(locale)('acceptance.imitates.microsoft'))).toBeVisible()
    await expect(phone.getByText(wordsOf(locale)('acceptance.proven.domains', { domains: 'verteiler.example' }))).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await expectAccessible(phone)
  }
  const customer = await visitor()
  const toCustomer = await signIn(customer, 'customer.globaladmin', `/approve/${id}`)
  await expect(customer.getByText(toCustomer('acceptance.imitates.microsoft'))).toBeVisible()
})
