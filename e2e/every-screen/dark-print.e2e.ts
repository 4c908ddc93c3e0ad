import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { acceptanceScreens, customerScreens } from '../screens.ts'
import { call, follow, unfold } from '../steps.ts'

/** Checks that dark pages print light, whether the device or the person chose dark. */
async function expectPaper(page: Page, paths: readonly string[], expectAccessible: (page: Page) => Promise<void>): Promise<void> {
  for (const theme of ['system', 'dark']) {
    await page.evaluate((chosen) => localStorage.setItem('tessera.theme', chosen), theme)
    await page.reload()
    for (const path of paths)
      await test.step(`${path}, ${theme}`, async () => {
        await page.emulateMedia({ media: null, colorScheme: 'dark' })
        await follow(page, path)
        await unfold(page)
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
        expect.soft(await paper(page), path).toEqual({ ground: [255, 255, 255], dark: [] })
        await expectAccessible(page)
      })
  }
}

/** Reads the page's background and the boxes darker than middle grey. */
const paper = (page: Page) => page.evaluate(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colourOf = (colour: string): number[] => {
    if (!canvas) throw new Error('There is no canvas.')
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const isDark = ([red = 0, green = 0, blue = 0, alpha = 0]: number[]) => alpha > 127 && red + green + blue < 3 * 128
  const boxes = [...document.querySelectorAll<HTMLElement>('main, main *')].filter((box) => box.offsetWidth * box.offsetHeight > 10_000)
  return {
    ground: colourOf(getComputedStyle(document.body).backgroundColor).slice(0, 3),
    dark: boxes.filter((box) => isDark(colourOf(getComputedStyle(box).backgroundColor))).map(({ className }) => className),
  }
})

test('a customer’s pages are printed dark on white from a dark screen', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('customer.globaladmin', '/')
  await expectPaper(page, (await customerScreens(page)).map(({ path }) => path), expectAccessible)
})

test('so are what a partner hands on: a customer with its guidance, and an invitation', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('provider.sales', '/')
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin&limit=1')
  const [acceptance] = await acceptanceScreens(page, 'en')
  await expectPaper(page, [`/customers/${items[0]?.id}`, acceptance?.path ?? ''], expectAccessible)
})
