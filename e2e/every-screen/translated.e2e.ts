/** Simulates a browser's translation, which owns every text node afterwards. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { acceptanceScreens, customerScreens, joiningScreens, partnerScreens, type Screen } from '../screens.ts'
import { askForRights, chooseAccount, follow, heading, invite, settled, signIn } from '../steps.ts'
import { translateTexts } from '../translator.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const ko = wordsOf('ko')
const inviter = 'Contoso Distribution'
const tenant = 'Northwind Traders'

test.use({ changes: true, scripted: true })

async function opened(phone: Page, link: string) {
  await translateTexts(phone)
  await phone.goto(link)
  await phone.getByRole('button', { name: en('acceptance.account.sign_in') }).click()
  return chooseAccount(phone, 'newcustomer.globaladmin')
}

test('a translated invitation is accepted, and its receipt is confirmed', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  await translateTexts(page)
  const { id, link } = await invite(page)
  await page.goto(`/invitations/${id}`)
  const phone = await visitor('phone')
  const own = await opened(phone, link)
  await phone.getByRole('button', { name: en('acceptance.accept'), exact: true }).click()
  await phone.getByRole('checkbox', { name: en('acceptance.agreement.label', { tenant }) }).check()
  await phone.getByRole('button', { name: en('acceptance.accept'), exact: true }).click()
  await expect(heading(phone, en('acceptance.receipt.accepted', { inviter }))).toBeVisible()
  await expect(page.getByText(say('invitations.strip.accepted', { customer: tenant }))).toBeVisible()
  await phone.getByRole('button', { name: en('acceptance.receipt.confirm') }).click()
  await expect(phone.getByText(en('acceptance.receipt.not_confirmed'))).toHaveCount(0)
  await phone.goto('/my-partners')
  await phone.getByRole('link', { name: own('acceptance.receipt.accepted', { inviter }) }).click()
  await expect(heading(phone, own('acceptance.receipt.accepted', { inviter }))).toBeVisible()
})

test('a translated invitation is asked about, and declined', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const { link } = await invite(page)
  const phone = await visitor('phone')
  await opened(phone, link)
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await phone.getByRole('button', { name: en('acceptance.ask_partner.instead') }).click()
  await phone.getByRole('button', { name: en('acceptance.question.submit'), exact: true }).click()
  await phone.getByLabel(en('acceptance.question.text')).fill('Which services?')
  await phone.getByRole('button', { name: en('acceptance.question.submit'), exact: true }).click()
  await expect(phone.getByRole('heading', { name: en('acceptance.question.done', { inviter }) })).toBeFocused()
  await phone.getByRole('button', { name: en('acceptance.decline.back') }).click()
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await phone.getByRole('button', { name: en('acceptance.decline'), exact: true }).click()
  await expect(heading(phone, en('acceptance.receipt.declined', { inviter }))).toBeVisible()
})

test('a translated request for rights is approved, and the rights are taken away again', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.admin')
  const { id } = await askForRights(page, 'Translated-request', { autoExtendDuration: 'P180D', duration: 'P90D' })
  const phone = await visitor('phone')
  await translateTexts(phone)
  await signIn(phone, 'customer.globaladmin', `/approve/${id}`)
  await phone.getByRole('button', { name: ko('approval.later') }).click()
  await phone.getByRole('button', { name: ko('approval.later.back') }).click()
  await phone.getByRole('button', { name: ko('approval.approve') }).click()
  await expect(heading(phone, ko('approval.granted.title', { partner: inviter }))).toBeVisible()
  await phone.goto(`/my-partners/delegated-admin/${id}`)
  await phone.getByRole('switch', { name: ko('approval.auto_extend') }).click()
  await expect(phone.getByRole('status').filter({ hasText: ko('approval.auto_extend.off', { partner: inviter }) })).toBeVisible()
  await phone.goto('/my-partners')
  const card = phone.getByRole('region', { name: 'Trey Cloud Korea' })
  await card.getByRole('button', { name: ko('my-partners.remove') }).click()
  await phone.getByRole('dialog').getByRole('button', { name: ko('my-partners.remove') }).click()
  await expect(card).toContainText(ko('my-partners.may.no_admin'))
})

/** Reads the page's text without separators, since translated texts may be in other boxes. */
const said = async (page: Page): Promise<string> =>
  (await page.getByRole('main').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')

/** Milliseconds until a page has updated its times (every half minute). */
const timesAreNew = 40_000

/** What stands outside the portal's frame is opened by its address, as from a mail. */
async function open(page: Page, path: string): Promise<void> {
  if (!/^\/(?:accept|stop-reminders)\//.test(path)) return follow(page, path)
  await page.goto(path)
  await settled(page)
}

const languages = { en: 'English', de: 'Deutsch' } as const

/** Changes every text of each screen, which must then say what it says to somebody who came with that language and no translator. */
async function expectNothingStale(page: Page, visitor: () => Promise<Page>, persona: string, screens: readonly Screen[]): Promise<void> {
  const comeWith = async (language: keyof typeof languages) => {
    const untouched = await visitor()
    await untouched.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 })
    await untouched.addInitScript((chosen) => localStorage.setItem('tessera.language', chosen), language)
    await signIn(untouched, persona)
    return untouched
  }
  const untouched = { en: await comeWith('en'), de: await comeWith('de') }
  const stale: string[] = []
  let from: keyof typeof languages = 'en'
  await translateTexts(page)
  await page.evaluate((chosen) => localStorage.setItem('tessera.language', chosen), from)
  await page.goto('/')
  // Where one is signed in differs from browser to browser, whatever the language.
  for (const { name, path } of screens.filter((each) => each.name !== 'sessions')) {
    await open(page, path)
    const to: keyof typeof languages = from === 'en' ? 'de' : 'en'
    const menu = page.getByRole('button', { name: wordsOf(from)('app.language') })
    if (await menu.isVisible()) {
      await menu.click()
      await page.getByRole('menuitemradio', { name: languages[to] }).click()
    } else {
      await page.getByLabel(wordsOf(from)('acceptance.language')).selectOption(to)
    }
    await expect(page.locator('html')).toHaveAttribute('lang', to)
    await settled(page)
    await open(untouched[to], path)
    const isSame = async () => (await said(page)) === (await said(untouched[to]))
    await expect.poll(isSame, { timeout: timesAreNew }).toBe(true).catch(async () => {
      stale.push(`${name}: ${await said(page)}\n  but: ${await said(untouched[to])}`)
    })
    from = to
  }
  expect(stale).toEqual([])
}

test('a customer’s translated screens never keep what was true before', async ({ page, signInAs, visitor }) => {
  await signInAs('customer.globaladmin', '/')
  await expectNothingStale(page, visitor, 'customer.globaladmin', await customerScreens(page))
})

test('a partner’s translated screens never keep what was true before', async ({ page, signInAs, visitor }) => {
  test.setTimeout(600_000)
  await signInAs('provider.admin', '/')
  const acceptance = [...(await acceptanceScreens(page, 'en')), ...(await joiningScreens(page))]
  // Previews of what a customer reads keep the language chosen for them.
  const screens = (await partnerScreens(page, 3)).filter(({ name }) => name !== 'invitation-new')
  await expectNothingStale(page, visitor, 'provider.admin', [...screens, ...acceptance])
})
