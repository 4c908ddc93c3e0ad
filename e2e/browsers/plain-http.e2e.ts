/** Opens the portal on an address that is neither https nor this machine, where browsers disable features of secure contexts. */
import { expect, test } from '../fixtures.ts'
import { chooseAccount, heading } from '../steps.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
/** The browser resolves this name to this machine (playwright.config.ts). */
const name = 'portal.test'
const elsewhere = (url: string) => url.replace('127.0.0.1', name)

for (const [where, isSecure] of [['over plain HTTP', false], ['where the clipboard takes plain text alone', true]] as const)
  test(`in the demo an invitation is made and its link copied ${where}`, async ({ host, browser }) => {
    const world = await host.fresh({ ALLOWED_HOSTS: name })
    const context = await browser.newContext({ baseURL: isSecure ? world.url : elsewhere(world.url) })
    const page = await context.newPage()
    if (isSecure) await page.addInitScript(() => Reflect.deleteProperty(window, 'ClipboardItem'))
    await page.goto('/sign-in')
    expect(await page.evaluate(() => isSecureContext)).toBe(isSecure)
    const say = await chooseAccount(page, 'provider.sales')
    await expect(page).toHaveURL('/')
    await page.goto('/invitations/new')
    await page.getByRole('radio', { name: say('invitations.new.who.named') }).check()
    await page.getByLabel(say('invitations.field.companyName')).fill('Northwind Traders')
    await page.getByRole('button', { name: say('invitations.new.submit') }).click()
    const shown = await page.getByLabel(say('invitations.made.link')).inputValue()
    const hereOnly = page.getByText(say('invitations.link.here_only', { origin: new URL(shown).origin }))
    await expect(hereOnly).toHaveCount(isSecure ? 0 : 1)
    const copy = page.getByRole('button', { name: say('invitations.copy') }).first()
    await copy.click()
    await expect(page.getByRole('status').filter({ hasText: say('ui.copy.done') })).toBeVisible()
    await expect(copy).toBeFocused()
    await page.goto('/invitations')
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('ControlOrMeta+V')
    await expect(page.getByRole('searchbox')).toHaveValue(shown)
    await context.close()
    await world.close()
  })

test('outside the demo it says that the address needs HTTPS', async ({ host, browser, expectAccessible }) => {
  const issuer = { OIDC_ISSUER: 'https://login.contoso.example', OIDC_CLIENT_ID: 'tessera', OIDC_CLIENT_SECRET: 'a secret' }
  const world = await host.fresh({ ALLOWED_HOSTS: name, DEMO: '0', ...issuer })
  const context = await browser.newContext({ baseURL: elsewhere(world.url) })
  const page = await context.newPage()
  await page.goto('/customers')
  await expect(page.getByRole('alert')).toContainText(en('session.not_kept.https.title'))
  await expect(page.getByRole('alert')).toContainText(new URL(elsewhere(world.url)).host)
  await expect(page.getByRole('link', { name: en('session.sign_in.with_organization') })).toHaveCount(0)
  await expectAccessible(page)
  await page.goto(world.url)
  await expect(page.getByRole('link', { name: en('session.sign_in.with_organization') })).toBeVisible()
  await context.close()
  await world.close()
})

for (const [where, settings] of [['under its own name', { PUBLIC_URL: `https://${name}` }],
  ['under another of its names', { PUBLIC_URL: 'https://portal.contoso.example', ALLOWED_HOSTS: name }]] as const)
  test(`a portal for https opened over plain HTTP ${where} says why nobody stays signed in`, async ({ host, browser }) => {
    const world = await host.fresh({ ...settings, DEMO: '1' })
    const context = await browser.newContext({ baseURL: elsewhere(world.url) })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await chooseAccount(page, 'provider.sales')
    await expect(page.getByRole('alert')).toContainText(en('session.not_kept.https.title'))
    await expect(heading(page, en('session.sign_in.title'))).toBeVisible()
    await context.close()
    await world.close()
  })

for (const lacking of ['what plain HTTP lacks', 'broadcast channels'])
  test(`the demo inside the page says what it needs, without ${lacking}`, { tag: '@in-browser' }, async ({ world, page }) => {
    if (lacking === 'broadcast channels') await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    await page.goto(lacking === 'broadcast channels' ? world.url : elsewhere(world.url))
    await expect(heading(page, en('demo.failed.title'))).toBeVisible()
    await expect(page.getByText(en('demo.failed.browser'))).toBeVisible()
  })
