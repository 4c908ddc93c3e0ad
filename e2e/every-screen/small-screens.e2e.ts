import type { Locator, Page } from '@playwright/test'
import { locales } from '../../domain/session/locales.ts'
import { expect, test } from '../fixtures.ts'
import { customerScreens, partnerScreens, type Screen } from '../screens.ts'
import { follow, settled } from '../steps.ts'
import { wordsOf, type Say } from '../words.ts'

const softly = expect.configure({ soft: true })

/** The viewport of a 1280 × 720 window at 200 %. */
const zoomed = { width: 640, height: 360 }
const phones = [{ width: 320, height: 640 }, { width: 390, height: 844 }]

type Rows = (page: Page, say: Say) => Locator
/** A grid's rows, or the cards of a phone. */
const inGrid = (id: string): Rows => (page, say) =>
  page.getByRole('grid', { name: say(id) }).getByRole('rowheader')
    .or(page.getByRole('list', { name: say(id) }).getByRole('listitem').and(page.locator('[aria-posinset]')))
const inRegion = (id: string): Rows => (page, say) => page.getByRole('region', { name: say(id) }).getByRole('listitem')
const inMain: Rows = (page) => page.getByRole('main').getByRole('listitem')

const inTables: Rows = (page) => page.getByRole('table').getByRole('row').filter({ has: page.getByRole('link') })

const grids: [path: string, rows: Rows][] = [
  ['/customers', inGrid('customers.title')],
  ['/invitations', inGrid('invitations.title')],
  ['/delegated-admin', inGrid('gdap-board.title')],
]
const lists: [path: string, rows: Rows][] = [
  ...grids,
  ['/delegated-admin/dap', inGrid('dap.title')],
  ['/delegated-admin/auto-extend', inTables],
  ['/requests?view=all', inRegion('requests.title')],
  ['/partnerships', inRegion('partnerships.resellers')],
  ['/rules', inMain],
  ['/delegated-admin/roles', inMain],
  ['/delegated-admin/templates', (page) => page.getByRole('main').getByRole('heading', { level: 2 })],
  ['/invitations/funnel', (page, say) => page.getByRole('list', { name: say('funnel.chart') }).getByRole('listitem')],
]

/** At 200 %, before scrolling; fewer below an explaining line. */
const fewestRows: Record<string, number> = {
  '/customers': 4, '/invitations': 4, '/delegated-admin': 4, '/delegated-admin/dap': 3, '/delegated-admin/auto-extend': 1,
}

const wholeInView = (rows: Locator) =>
  rows.evaluateAll((all) => all.filter((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }).length)

test('at 200 % each list shows its rows, and the bars scroll away with the page', async ({ page, signInAs }) => {
  await page.setViewportSize(zoomed)
  const say = await signInAs('provider.admin')
  for (const [path, rows] of lists)
    await test.step(path, async () => {
      await follow(page, path)
      const banner = page.getByRole('banner')
      await softly(banner).toBeInViewport()
      await softly(rows(page, say).first()).toBeInViewport()
      const isGrid = grids.some(([each]) => each === path)
      softly(await wholeInView(rows(page, say)), path).toBeGreaterThanOrEqual(fewestRows[path] ?? 0)
      await page.mouse.move(zoomed.width / 2, zoomed.height - 20)
      await page.mouse.wheel(0, 1000)
      await softly(banner).not.toBeInViewport()
      if (isGrid) await softly.poll(() => wholeInView(rows(page, say)), path).toBeGreaterThanOrEqual(8)
    })
})

test('at 200 % the keys still walk a list, and back comes back to its place', async ({ page, signInAs }) => {
  await page.setViewportSize(zoomed)
  const say = await signInAs('provider.sales', '/customers')
  await settled(page)
  const grid = page.getByRole('grid', { name: say('customers.title') })
  await grid.getByRole('rowheader').getByRole('link').first().focus()
  for (const key of ['PageDown', 'PageDown', 'ArrowDown']) await page.keyboard.press(key)
  const focused = page.getByRole('link').and(page.locator(':focus'))
  await expect(focused).toBeInViewport({ ratio: 1 })
  const [name = ''] = (await focused.innerText()).split('\n')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  await expect(grid.getByRole('link', { name })).toBeInViewport()
})

test('on a phone at most two controls stand before the first row of each list', async ({ page, signInAs }) => {
  const say = await signInAs('provider.admin')
  for (const [path, rows] of lists)
    await test.step(path, async () => {
      await follow(page, path)
      for (const phone of phones) {
        await page.setViewportSize(phone)
        await settled(page)
        const first = await rows(page, say).first().boundingBox()
        const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
        const main = page.getByRole('main')
        const controls = (['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox'] as const).map((role) => main.getByRole(role))
        const before = await Promise.all(controls.map((all) => all.evaluateAll((each, [from, to]) =>
          each.filter((control) => {
            const { top, bottom, width } = control.getBoundingClientRect()
            return width > 1 && top >= (from ?? 0) && bottom <= (to ?? 0) && !control.closest('nav')
          }).map((control) => control.textContent), [heading?.y, first?.y])))
        softly(before.flat().length, `${before.flat().join(', ')} before the first row of ${path}`).toBeLessThanOrEqual(2)
        softly(first?.y ?? Infinity, path).toBeLessThan(phone.height - 56)
      }
    })
})

test('what a phone folds away opens by keys, says so, and gives the focus back', async ({ page, signInAs, expectAccessible }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const say = await signInAs('provider.admin', '/invitations')
  await settled(page)
  const fold = page.getByRole('button', { name: say('grid.narrow') })
  const search = page.getByRole('searchbox', { name: say('invitations.list.search') })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(search).toBeHidden()
  await fold.focus()
  await page.keyboard.press('Enter')
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await expect(search).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: say('invitations.column.state') }).selectOption('accepted')
  await page.keyboard.press('Escape')
  await expect(fold).toBeFocused()
  await expect(search).toBeHidden()
  await expect(fold).toHaveAccessibleName(say('grid.narrow.in_force', { count: 1 }))

  const actions = page.getByRole('button', { name: say('grid.actions') })
  await actions.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: say('invitations.new') })).toBeFocused()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(actions).toBeFocused()
  await actions.click()
  await page.getByRole('menuitem', { name: say('kit.templates') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('kit.templates') })).toBeFocused()
})

test('what marks say alone on a wide screen, a phone says in words', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const say = await signInAs('provider.admin', '/')
  const { items } = await page.evaluate(async () => (await fetch('/api/customers?limit=1')).json() as Promise<{ items: { id: string }[] }>)
  for (const path of ['/', ...lists.map(([each]) => each), `/customers/${items[0]?.id}`, '/delegated-admin/new']) {
    await follow(page, path)
    const mute = await page.getByRole('button').or(page.getByRole('link')).evaluateAll((all, mark) => {
      const isSeen = (node: Node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        const { width } = range.getBoundingClientRect()
        let clipped = false
        for (let each = node.parentElement; each; each = each.parentElement)
          clipped ||= getComputedStyle(each).clipPath !== 'none' || (each.clientWidth === 1 && getComputedStyle(each).overflow === 'hidden')
        return width > 4 && !clipped
      }
      return all.filter((control) => {
        if (control.getBoundingClientRect().width < 2 || (control as HTMLElement).tabIndex < 0) return false
        if (control.getAttribute('aria-label') === mark) return false
        const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) if (texts.currentNode.textContent?.trim() && isSeen(texts.currentNode)) return false
        return true
      }).map(({ outerHTML }) => outerHTML.slice(0, 160))
    }, say('app.home'))
    expect(mute, `controls without a word on ${path}`).toEqual([])
  }
  const more = page.getByRole('navigation', { name: say('app.nav') }).getByRole('button', { name: say('app.nav.more') })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: say('app.nav.rules') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('rules.title') })).toBeFocused()
})

test('a list to choose from keeps what was typed while the page scrolls and the keyboard comes', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const say = await signInAs('provider.sales', '/invitations/new')
  await settled(page)
  const country = page.getByRole('combobox', { name: say('invitations.field.country') })
  await country.click()
  await country.pressSequentially('대한')
  await expect(page.getByRole('option', { name: '대한민국' })).toBeVisible()
  const before = await page.evaluate(() => scrollY)
  await page.mouse.move(8, 200)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
  await page.mouse.wheel(0, -60)
  await expect(country).toHaveValue('대한')
  await page.setViewportSize({ width: 390, height: 480 })
  await expect(country).toHaveValue('대한')
  await country.pressSequentially('민')
  await page.getByRole('option', { name: '대한민국' }).click()
  await expect(country).toHaveValue('대한민국')
  await country.press('Backspace')
  await expect(country).toHaveValue('대한민')
  await country.press('Escape')
  await expect(country).toHaveValue('대한민국')
})

const languageNames = { en: 'English', ko: '한국어', ru: 'Русский', 'pt-BR': 'Português (Brasil)', de: 'Deutsch', 'zh-Hans': '简体中文' }

async function tooWide(page: Page, screens: Screen[], own: Say): Promise<string[]> {
  const found: string[] = []
  let say = own
  for (const locale of locales) {
    if ((await page.locator('html').getAttribute('lang')) !== locale) {
      await page.getByRole('button', { name: say('app.language') }).click()
      await page.getByRole('menuitemradio', { name: languageNames[locale] }).click()
    }
    await expect(page.locator(`html[lang="${locale}"]`)).toBeAttached()
    say = wordsOf(locale)
    for (const { name, path } of screens) {
      await follow(page, path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) found.push(`${name} in ${locale}: ${width} px`)
    }
  }
  return found
}

for (const [persona, own] of [
  ['provider.admin', /./],
  ['reseller.admin', /^(?:home|customer|invitations|invitation-sent|partnerships)$/],
] as const)
  test(`every screen of ${persona} fits 320 px in every language`, async ({ page, signInAs }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const say = await signInAs(persona, '/')
    await settled(page)
    const screens = (await partnerScreens(page, 3)).filter(({ name }) => own.test(name))
    expect(await tooWide(page, screens, say)).toEqual([])
  })

test('so does every screen of a customer', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const say = await signInAs('customer.globaladmin', '/')
  await settled(page)
  expect(await tooWide(page, await customerScreens(page), say)).toEqual([])
})

test('for whom an answer counts stands whole above its buttons, and their words begin beside their mark', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.addInitScript(() => localStorage.setItem('tessera.language', 'ru'))
  await signInAs('customer.globaladmin')
  const say = wordsOf('ru')
  const approval = (await customerScreens(page)).find(({ name }) => name === 'approval')
  await page.goto(approval?.path ?? '')
  await settled(page)
  const whom = page.getByRole('group', { name: say('acceptance.actions') }).getByText('Tailspin Toys')
  expect(await whom.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)

  await page.goto('/my-partners')
  await settled(page)
  const apart = await page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link')).evaluateAll((all) =>
    all.flatMap((control) => {
      const mark = control.querySelector(':scope > svg')
      const words = document.createRange()
      words.selectNodeContents(control.lastElementChild ?? control)
      const lines = [...words.getClientRects()]
      const gap = Math.min(...lines.map(({ left }) => left)) - (mark?.getBoundingClientRect().right ?? Infinity)
      return gap > 12 ? [`${control.textContent}: ${gap} px`] : []
    }))
  expect(apart).toEqual([])
})
