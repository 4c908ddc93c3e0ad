import type { Locator, Page } from '@playwright/test'
import { locales } from '../../domain/session/locales.ts'
import { expect, test } from '../fixtures.ts'
import { acceptanceScreens } from '../screens.ts'
import { follow, settled } from '../steps.ts'
import { wordsOf } from '../words.ts'

const sizes = [{ width: 1280, height: 720 }, { width: 640, height: 720 }, { width: 640, height: 360 }, { width: 320, height: 640 }]
const softly = expect.configure({ soft: true })
const paths = [
  '/', '/customers', '/invitations', '/requests?view=all', '/delegated-admin', '/delegated-admin/dap', '/delegated-admin/auto-extend',
  '/delegated-admin/templates', '/partnerships', '/rules', '/invitations/funnel',
]

/** Lists words that the screen cuts off. A name (`bdi`) may be cut, since a click shows it; a status may not. */
const cutWords = (page: Page) =>
  page.evaluate(() => {
    const paper = document.createElement('canvas').getContext('2d')
    const isCut = (each: HTMLElement) => {
      const style = getComputedStyle(each)
      if (each instanceof HTMLSelectElement && paper) {
        paper.font = style.font
        const room = each.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
        return each.clientWidth > 0 && paper.measureText(each.selectedOptions[0]?.text ?? '').width > room + 1
      }
      if (!/hidden|clip/.test(style.overflowX) || each.clientWidth <= 1 || style.clipPath !== 'none') return false
      return each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1
    }
    const isName = (each: HTMLElement) => {
      const names = [...each.querySelectorAll('bdi')]
      const { bottom } = each.getBoundingClientRect()
      const isLeftOut = (name: HTMLElement) => name.getBoundingClientRect().top >= bottom - 1
      return each.closest('bdi') !== null || names.some((name) => name.scrollWidth > name.clientWidth || isLeftOut(name))
    }
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((each) => !(each instanceof HTMLInputElement) && each.textContent !== '' && isCut(each) && !isName(each))
      .map((each) => (each instanceof HTMLSelectElement ? each.selectedOptions[0]?.text : each.textContent?.slice(0, 80)))
  })

/** Lists words broken without a hyphen; a name may be. */
const brokenWords = (within: Locator) =>
  within.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    while (texts.nextNode()) {
      const node = texts.currentNode
      if (node.parentElement?.closest('bdi, .visually-hidden')) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (range.getClientRects().length > 1) broken.push(word)
      }
    }
    return [...new Set(broken)]
  })

/** 1280 pixels, with and without a scroll bar. */
const widths = [1280, 1264]

for (const locale of locales)
  test.describe(locale, () => {
    test.beforeEach(({ page }) => page.addInitScript((chosen) => localStorage.setItem('tessera.language', chosen), locale))

    test(`no word of how things stand is cut in ${locale}, on any list, at any width`, async ({ page, signInAs }) => {
      test.setTimeout(300_000)
      await signInAs('provider.admin')
      for (const path of paths) {
        await follow(page, path)
        for (const size of sizes) {
          await page.setViewportSize(size)
          await settled(page)
          // The page needs a moment to apply its new size.
          await softly.poll(() => cutWords(page), `cut on ${path} at ${size.width} × ${size.height}`).toEqual([])
        }
      }
    })

    test(`the invitations fit at 1280, and home the smallest phone, with every word whole in ${locale}`, async ({ page, signInAs }) => {
      const say = wordsOf(locale)
      const [title, next] = [say('invitations.title'), say('invitations.column.next')]
      for (const persona of ['customer.globaladmin', 'reseller.admin', 'provider.admin']) {
        await page.setViewportSize({ width: 320, height: 640 })
        await signInAs(persona, '/')
        await settled(page)
        await softly.poll(() => brokenWords(page.getByRole('main')), `broken for ${persona}`).toEqual([])
        if (persona === 'customer.globaladmin') continue
        await page.setViewportSize({ width: widths[0] ?? 0, height: 1400 })
        await follow(page, '/invitations')
        for (const width of widths) {
          await page.setViewportSize({ width, height: 1400 })
          await settled(page)
          const grid = page.getByRole('grid', { name: title })
          await softly.poll(() => grid.evaluate((each) => each.scrollWidth - each.clientWidth), `too wide at ${width} for ${persona}`)
            .toBeLessThanOrEqual(0)
          await softly(grid.getByRole('columnheader', { name: next })).toBeInViewport({ ratio: 1 })
          softly(await brokenWords(grid), `broken at ${width} for ${persona}`).toEqual([])
          softly(await cutWords(page), `cut at ${width} for ${persona}`).toEqual([])
        }
      }
    })
  })

test('no line begins with a separator', async ({ page, signInAs, visitor }) => {
  await signInAs('provider.sales')
  for (const locale of locales) {
    const [acceptance] = await acceptanceScreens(page, locale)
    const reader = await visitor('phone')
    await reader.goto(acceptance?.path ?? '')
    await settled(reader)
    for (let width = 280; width <= 480; width += 20) {
      await reader.setViewportSize({ width, height: 640 })
      expect(await separatorsFirst(reader), `${locale} at ${width}`).toEqual([])
    }
    await reader.close()
  }
})

/** Lists texts whose line begins with "·", also from style sheets. */
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
