import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

/** What a page asks for, as long as it is listened to. */
function listening(page: Page) {
  const asked: { kind: string; path: string }[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    asked.push({ kind: request.resourceType(), path: pathname + search })
  })
  return asked
}

test.describe('a first visit', () => {
  for (const path of ['/customers?search=tailspin', '/invitations', '/delegated-admin']) {
    test(`brings the rows of ${path} with the page, in few files`, async ({ page, signInAs }) => {
      await signInAs('provider.admin')
      const asked = listening(page)
      await page.goto(path)
      await expect(page.getByRole('row').nth(1)).toBeVisible()
      const before = asked.slice()
      const ofTheFirstRows = (each: string) => each.startsWith('/api/session') || /^\/api\/[\w/-]+\?(?!cursor).*limit=60/.test(each)
      expect(before.filter((each) => ofTheFirstRows(each.path))).toEqual([])
      if (path.startsWith('/customers')) {
        const files = before.filter(({ kind }) => ['document', 'script', 'stylesheet'].includes(kind))
        expect(files.filter(({ kind }) => kind === 'script').map((each) => each.path)).toHaveLength(6)
        expect(files.length).toBeLessThanOrEqual(12)
      }
    })
  }

  test('brings an invitation with its page, to whoever has no session', async ({ page, visitor, signInAs, world }) => {
    await signInAs('provider.sales')
    const answer = await page.request.post('/api/invitations', {
      data: { delivery: 'direct', reusable: true, includeDap: false, language: 'de', expiresInDays: 30 },
      headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: world.url },
    })
    const { link } = (await answer.json()) as { link: string }
    const other = await visitor('phone')
    const asked = listening(other)
    await other.goto(link)
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
    expect(asked.filter(({ kind, path }) => kind === 'fetch' && !path.endsWith('/open'))).toEqual([])
  })

  test('has a frame before any script runs', async ({ browser, page, signInAs, world }) => {
    await signInAs('provider.admin')
    const storageState = await page.context().storageState()
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: world.url, storageState })
    const still = await plain.newPage()
    await still.goto('/customers')
    const painted = await still.screenshot()
    await still.goto('/rules.none')
    expect(painted.equals(await still.screenshot())).toBe(false)
    await plain.close()
  })
})
