import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { goTo, heading, settled } from '../steps.ts'
import type { Say } from '../words.ts'

test.use({ spoiled: true })

const missing = (page: Page, say: Say) => page.getByText(say('ui.error.code.text'))
const retry = (page: Page, say: Say) => page.getByRole('button', { name: say('ui.error.retry') })

/** Simulates a new version on the server, which no longer knows the old names. */
const takeAway = (page: Page, name: RegExp) => page.route(name, (route) => route.fulfill({ status: 404, body: '' }))

test('pages that were gone to without a connection come once it is back, whoever tries again or comes back', async ({
  page, context, signInAs,
}) => {
  const say = await signInAs('provider.admin', '/')
  await settled(page)
  await context.setOffline(true)
  for (const part of ['app.nav.rules', 'app.nav.resellers', 'app.nav.delegated_admin', 'app.nav.requests'] as const) {
    await goTo(page, say(part))
    await expect(missing(page, say)).toBeVisible()
  }
  await retry(page, say).click()
  await expect(missing(page, say)).toBeVisible()
  // The page notices the connection by itself.
  await context.setOffline(false)
  await expect(heading(page, say('requests.title'))).toBeVisible()
})

test('a page whose failure was kept comes for whoever goes away and comes back', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/')
  await settled(page)
  await takeAway(page, /rules-page[^/]*\.js$/)
  await goTo(page, say('app.nav.rules'))
  await expect(missing(page, say)).toBeVisible()
  await page.unroute(/rules-page[^/]*\.js$/)
  await goTo(page, say('app.nav.home'))
  await settled(page)
  await goTo(page, say('app.nav.rules'))
  await expect(heading(page, say('rules.title'))).toBeVisible()
})

for (const [what, name] of [['script', /rules-page[^/]*\.js$/], ['style', /rules-page[^/]*\.css$/]] as const)
  test(`a page whose ${what} alone is gone comes with it at the next try`, async ({ page, signInAs }) => {
    const say = await signInAs('provider.admin', '/')
    await settled(page)
    await takeAway(page, name)
    await goTo(page, say('app.nav.rules'))
    await expect(missing(page, say)).toBeVisible()
    const stillGone = page.waitForResponse(name)
    await retry(page, say).click()
    expect((await stillGone).status()).toBe(404)
    await expect(missing(page, say)).toBeVisible()
    await page.unroute(name)
    const fetched = page.waitForResponse(name)
    await retry(page, say).click()
    await expect(heading(page, say('rules.title'))).toBeVisible()
    expect((await fetched).ok()).toBe(true)
  })

test('what a page fetches later and cannot have leaves the page, what was typed on it, and the focus', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin', '/invitations/new')
  await settled(page)
  const name = page.getByLabel(say('invitations.field.companyName'))
  await name.fill('Northwind Traders')
  await takeAway(page, /(?:menu-popover|dialog-modal)[^/]*\.js$/)
  const language = page.getByRole('button', { name: say('app.language') })
  await language.click()
  await expect(missing(page, say)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(missing(page, say)).toBeHidden()
  await expect(language).toBeFocused()
  await expect(name).toHaveValue('Northwind Traders')

  // The question before leaving is such a part too; without it the browser asks.
  await goTo(page, say('app.nav.rules'))
  await expect(missing(page, say)).toBeVisible()
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss())
  await retry(page, say).click()
  await asked
  await page.getByRole('button', { name: say('ui.dialog.close') }).click()
  await expect(name).toHaveValue('Northwind Traders')

  await page.unroute(/(?:menu-popover|dialog-modal)[^/]*\.js$/)
  await language.click()
  page.once('dialog', (dialog) => void dialog.accept())
  await retry(page, say).click()
  await expect(missing(page, say)).toBeHidden()
  await settled(page)
  await language.click()
  await expect(page.getByRole('menuitemradio', { name: 'Deutsch' })).toBeVisible()
})
