import type { Page } from '@playwright/test'
import { locales } from '../../domain/session/locales.ts'
import { expect, test } from '../fixtures.ts'
import { saidTwice } from '../once.ts'
import { acceptanceScreens, customerScreens, joiningScreens, partnerScreens, type Screen } from '../screens.ts'
import { call, follow, settled, signIn, unfold } from '../steps.ts'
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

type Looks = { screens: readonly Screen[]; closely: RegExp; expectAccessible: (page: Page) => Promise<void> }

/** Whether each screen says a reason once and offers an action once; those that are looked at closely, also in light, dark and 320 px. */
async function look(page: Page, { screens, closely, expectAccessible }: Looks): Promise<void> {
  for (const { name, path } of screens)
    await test.step(name, async () => {
      const isClose = closely.test(name)
      await page.setViewportSize(wide)
      if (isClose) await page.emulateMedia({ colorScheme: 'light' })
      await follow(page, path)
      if (isClose) {
        await expectNothingBeneath(page)
        await expectAccessible(page)
      }
      if (name === 'customer' || name === 'imported') await unfold(page)
      expect.soft(await saidTwice(page), `${name} ${path}`).toEqual({ sentences: [], actions: [] })
      if (!isClose) return
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(narrow)
      await settled(page)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await expectWords(page)
    })
}

/** A customer that only the partner's own list names. */
async function imported(page: Page): Promise<Screen[]> {
  const { items } = await call<{ items: { id: string; basis: string }[] }>(page, 'GET', '/api/customers?limit=200')
  const said = items.filter(({ basis }) => basis === 'said_by_partner')
  return said.slice(0, 1).map(({ id }) => ({ name: 'imported', path: `/customers/${id}` }))
}

const every = /./
const none = /^$/

for (const [persona, closely, seen] of [
  ['provider.sales', /^(?!rights)/, every],
  ['provider.admin', /^rights/, /^rights/],
  ['provider.helpdesk', /^(customers|invitations|invitation-new|rights|rights-active)$/, every],
  ['reseller.admin', /^(home|customer|invitations|invitation-sent|partnerships|rights|rights-created)$/, every],
  ['provider-cn.admin', /^(customer|invitation-new|rights|rights-dap)$/, every],
  ['direct-de.admin', none, every],
] as const)
  test(`the screens of ${persona} say all once, are accessible in light and dark, and fit 320 px`, async ({
    page, signInAs, expectAccessible,
  }) => {
    test.setTimeout(600_000)
    await signInAs(persona)
    const screens = [...(await partnerScreens(page)), ...(await imported(page))].filter(({ name }) => seen.test(name))
    await look(page, { screens, closely, expectAccessible })
  })

test('so do those of a customer and of nobody', async ({ page, visitor, expectAccessible }) => {
  test.setTimeout(600_000)
  const maker = await visitor()
  await signIn(maker, 'provider.admin')
  const acceptance = [...(await acceptanceScreens(maker, 'en')), ...(await joiningScreens(maker))]
  await look(page, { screens: [{ name: 'sign-in', path: '/sign-in' }, ...acceptance], closely: every, expectAccessible })
  await signIn(page, 'customer.globaladmin', '/')
  await look(page, { screens: [...(await customerScreens(page)), ...acceptance], closely: every, expectAccessible })
})

test('so do those of a customer who may not answer', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('customer.user')
  await look(page, { screens: await customerScreens(page), closely: none, expectAccessible })
})

test('a person can work in forced colours', async ({ page, signInAs, expectAccessible }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signInAs('provider.sales', '/customers')
  await settled(page)
  await expectAccessible(page)
})

test('the lists speak every language', async ({ page, signInAs }) => {
  let say = await signInAs('provider.sales', '/customers')
  for (const locale of locales) {
    await page.getByRole('button', { name: say('app.language') }).click()
    await page.getByRole('menuitemradio', { name: languageNames[locale] }).click()
    say = wordsOf(locale)
    await expect(page.getByRole('heading', { level: 1, name: say('customers.title') })).toBeVisible()
    await expect(page.getByText(say('customers.total', { count: 300 }))).toBeVisible()
    await expectWords(page)
    await follow(page, '/invitations')
    await expect(page.getByRole('heading', { level: 1, name: say('invitations.title') })).toBeVisible()
    await expectWords(page)
    await follow(page, '/customers')
  }
})

test('the customer’s page speaks every language', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  const customer = await visitor('phone')
  for (const locale of locales) {
    const [acceptance] = await acceptanceScreens(page, locale)
    await customer.goto(acceptance?.path ?? '')
    await expect(customer.getByText(wordsOf(locale)('acceptance.unchanged.subscriptions'))).toBeVisible()
    await settled(customer)
    await expectWords(customer)
    await expectNoSidewaysScroll(customer)
    for (let width = 280; width <= 480; width += 20) {
      await customer.setViewportSize({ width, height: 640 })
      expect(await separatorsFirst(customer), `${locale} at ${width}`).toEqual([])
    }
    await customer.setViewportSize({ width: 390, height: 844 })
  }
})

/** Texts whose line begins with "·"; a separator that is drawn by the style sheet counts as text. */
const separatorsFirst = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')]
    const drawn = all.filter((each) => getComputedStyle(each, '::before').content === '"·"')
    const first = drawn.filter((each) => {
      const before = each.previousElementSibling?.getBoundingClientRect()
      return before && before.bottom <= each.getBoundingClientRect().top + 1
    })
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lines: string[] = []
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent ?? ''
      const at = text.indexOf('·')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(texts.currentNode, at)
      range.setEnd(texts.currentNode, at + 1)
      const { left } = range.getBoundingClientRect()
      const block = (texts.currentNode.parentElement?.closest('p, li, dd, div') ?? document.body).getBoundingClientRect()
      if (left < block.left + 4) lines.push(text)
    }
    return [...first.map(({ textContent }) => textContent), ...lines]
  })
