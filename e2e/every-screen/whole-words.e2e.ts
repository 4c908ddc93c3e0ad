import type { Locator, Page } from '@playwright/test'
import { locales } from '../../domain/session/locales.ts'
import { expect, test } from '../fixtures.ts'
import { customerScreens, partnerScreens, type Screen } from '../screens.ts'
import { follow, settled } from '../steps.ts'
import { wordsOf, type Say } from '../words.ts'

const sizes = [{ width: 1280, height: 720 }, { width: 640, height: 720 }, { width: 640, height: 360 }, { width: 320, height: 640 }]
const phone = { width: 320, height: 640 }
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

/** On a phone no screen is wider than it, and on a list no word is cut at any size. */
async function fits(page: Page, { name, path }: Screen, lists: readonly string[]): Promise<void> {
  await page.setViewportSize(phone)
  await follow(page, path)
  softly(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${name}`).toBeLessThanOrEqual(phone.width)
  if (!lists.includes(path)) return
  for (const size of sizes) {
    await page.setViewportSize(size)
    await settled(page)
    // The page takes a moment to take on its new size.
    await softly.poll(() => cutWords(page), `cut on ${path} at ${size.width} × ${size.height}`).toEqual([])
  }
}

async function wholeAtTheInvitations(page: Page, say: Say): Promise<void> {
  await page.setViewportSize({ width: widths[0] ?? 0, height: 1400 })
  await follow(page, '/invitations')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 1400 })
    await settled(page)
    const grid = page.getByRole('grid', { name: say('invitations.title') })
    await softly.poll(() => grid.evaluate((each) => each.scrollWidth - each.clientWidth), `too wide at ${width}`).toBeLessThanOrEqual(0)
    await softly(grid.getByRole('columnheader', { name: say('invitations.column.next') })).toBeInViewport({ ratio: 1 })
    softly(await brokenWords(grid), `broken at ${width}`).toEqual([])
    softly(await cutWords(page), `cut at ${width}`).toEqual([])
  }
}

for (const locale of locales)
  test(`in ${locale} every screen fits a phone, and no word of how things stand is cut or broken, at any width`, async ({
    page, signInAs,
  }) => {
    test.setTimeout(300_000)
    await page.addInitScript((chosen) => localStorage.setItem('tessera.language', chosen), locale)
    const say = wordsOf(locale)
    for (const persona of ['customer.globaladmin', 'reseller.admin', 'provider.admin'])
      await test.step(persona, async () => {
        await page.setViewportSize(phone)
        await signInAs(persona, '/')
        await settled(page)
        await softly.poll(() => brokenWords(page.getByRole('main')), 'broken at home').toEqual([])
        const isCustomer = persona.startsWith('customer')
        const screens = isCustomer ? await customerScreens(page) : await partnerScreens(page, 3)
        const own = persona === 'reseller.admin' ? /^(?:customer|invitation-sent|partnerships)$/ : /./
        const lists = persona === 'provider.admin' ? paths : []
        for (const screen of screens.filter(({ name }) => own.test(name))) await fits(page, screen, lists)
        if (!isCustomer) await wholeAtTheInvitations(page, say)
      })
  })
