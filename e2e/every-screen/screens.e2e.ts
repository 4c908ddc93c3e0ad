import type { Page } from '@playwright/test'
import { locales } from '../../domain/session/locales.ts'
import { expect, test } from '../fixtures.ts'
import { acceptanceScreens, customerScreens, partnerScreens, type Screen } from '../screens.ts'
import { follow, settled, signIn } from '../steps.ts'
import { idsIn, wordsOf } from '../words.ts'

const wide = { width: 1280, height: 800 }
const languageNames = { en: 'English', ko: '한국어', ru: 'Русский', 'pt-BR': 'Português (Brasil)', de: 'Deutsch', 'zh-Hans': '简体中文' }
const narrow = { width: 320, height: 640 }

const expectNoSidewaysScroll = async (page: Page) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** Text for screen readers alone must not lengthen the page. */
const expectNothingBeneath = async (page: Page) => {
  const [whole, seen] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    Math.max(innerHeight, (document.querySelector('main') ?? document.body).getBoundingClientRect().bottom + scrollY + 100),
  ])
  expect(whole, `height of ${page.url()}`).toBeLessThanOrEqual(seen ?? 0)
}

const expectWords = async (page: Page) =>
  expect(idsIn(await page.evaluate(() => document.body.innerText)), `words of ${page.url()}`).toEqual([])

async function look(page: Page, screens: Screen[], expectAccessible: (page: Page) => Promise<void>): Promise<void> {
  for (const { name, path } of screens)
    await test.step(name, async () => {
      await page.setViewportSize(wide)
      await page.emulateMedia({ colorScheme: 'light' })
      await follow(page, path)
      await expectNothingBeneath(page)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(narrow)
      await settled(page)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await expectWords(page)
    })
}

for (const [persona, own] of [
  ['provider.sales', /^(?!rights)/],
  ['provider.admin', /^rights/],
  ['provider.helpdesk', /^(customers|invitations|invitation-new|rights|rights-active)$/],
  ['reseller.admin', /^(home|customer|invitations|invitation-sent|partnerships|rights|rights-created)$/],
  ['provider-cn.admin', /^(customer|invitation-new|rights|rights-dap)$/],
] as const)
  test(`the screens of ${persona} are accessible in light and dark, and fit 320 px`, async ({ page, signInAs, expectAccessible }) => {
    test.setTimeout(600_000)
    await signInAs(persona)
    const screens = await partnerScreens(page, 3)
    await look(page, screens.filter(({ name }) => own.test(name)), expectAccessible)
  })

test('so are those of a customer and of nobody', async ({ page, visitor, expectAccessible }) => {
  test.setTimeout(600_000)
  const maker = await visitor()
  await signIn(maker, 'provider.sales')
  await look(page, [{ name: 'sign-in', path: '/sign-in' }, ...(await acceptanceScreens(maker, 'en'))], expectAccessible)
  await signIn(page, 'customer.globaladmin', '/')
  await look(page, [...(await customerScreens(page)), ...(await acceptanceScreens(maker, 'en'))], expectAccessible)
})

test('a person can work in forced colours', async ({ page, signInAs, expectAccessible }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signInAs('provider.sales', '/customers')
  await settled(page)
  await expectAccessible(page)
})

for (const locale of locales)
  test(`the customer's page and the lists speak ${locale}`, async ({ page, signInAs, visitor }) => {
    const own = await signInAs('provider.sales')
    const say = wordsOf(locale)
    const [acceptance] = await acceptanceScreens(page, locale)
    const customer = await visitor('phone')
    await customer.goto(acceptance?.path ?? '')
    await expect(customer.getByText(say('acceptance.unchanged.subscriptions'))).toBeVisible()
    await expectWords(customer)
    await expectNoSidewaysScroll(customer)

    await page.goto('/customers')
    await page.getByRole('button', { name: own('app.language') }).click()
    await page.getByRole('menuitemradio', { name: languageNames[locale] }).click()
    await expect(page.getByRole('heading', { level: 1, name: say('customers.title') })).toBeVisible()
    await expect(page.getByText(say('customers.total', { count: 300 }))).toBeVisible()
    await expectWords(page)
    await page.goto('/invitations')
    await expect(page.getByRole('heading', { level: 1, name: say('invitations.title') })).toBeVisible()
    await settled(page)
    await expectWords(page)
  })
