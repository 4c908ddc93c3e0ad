import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { invite, settled } from '../steps.ts'

test.use({ changes: true })

/** Hides the page behind another tab, or shows it. */
const covered = (page: Page, isCovered: boolean) => page.evaluate((state) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  document.dispatchEvent(new Event('visibilitychange'))
}, isCovered ? 'hidden' : 'visible')

const streams = async (page: Page) => {
  const figures = await (await page.request.get('/metrics')).text()
  return Number(/^event_streams_open (\d+)$/m.exec(figures)?.[1])
}

for (const [name, isSecure] of [['in a secure context', true], ['without Web Locks', false]] as const) {
  test(`eight tabs of a browser work side by side, ${name}`, async ({ page, context, signInAs }) => {
    if (!isSecure) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))
    await signInAs('provider.sales', '/invitations?search=fair')
    const tabs = [page]
    await test.step('each of them loads, and all listen by one stream', async () => {
      for (let tab = 2; tab <= 8; tab += 1) {
        const opened = await context.newPage()
        await opened.goto('/invitations?search=fair')
        await settled(opened)
        tabs.push(opened)
      }
      await expect.poll(() => streams(page)).toBe(1)
    })
    const last = tabs[7] as Page
    const seenIn = async (shown: Page[], companyName: string) => {
      for (const tab of shown) await expect(tab.getByRole('link', { name: companyName })).toBeVisible({ timeout: 10_000 })
    }

    await test.step('a change made in one is seen in all', async () => {
      await invite(last, { customer: { companyName: 'Fair of spring' } })
      await seenIn(tabs, 'Fair of spring')
    })

    await test.step('when the tab that has the stream is frozen, another takes it over', async () => {
      const devtools = await context.newCDPSession(page)
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
      await invite(last, { customer: { companyName: 'Fair of frost' } })
      await seenIn(tabs.slice(1), 'Fair of frost')
      await devtools.send('Page.setWebLifecycleState', { state: 'active' })
      await seenIn(tabs, 'Fair of frost')
      await expect.poll(() => streams(last)).toBe(1)
    })

    await test.step('when the tab that had the stream is closed, another has it', async () => {
      await page.close()
      await invite(last, { customer: { companyName: 'Fair of summer' } })
      await seenIn(tabs.slice(1), 'Fair of summer')
      await expect.poll(() => streams(last)).toBe(1)
    })

    await test.step('when it is covered, one that can be seen has it', async () => {
      const [, second, third, ...others] = tabs as [Page, Page, Page]
      await covered(second, true)
      await covered(third, true)
      await invite(last, { customer: { companyName: 'Fair of autumn' } })
      await seenIn(others, 'Fair of autumn')
      await expect.poll(() => streams(last)).toBe(1)
      for (const tab of others) await covered(tab, true)
      await expect.poll(() => streams(last)).toBe(0)
      await invite(last, { customer: { companyName: 'Fair of winter' } })
      await covered(third, false)
      await seenIn([third], 'Fair of winter')
      await invite(last, { customer: { companyName: 'Fair of ever' } })
      await seenIn([third], 'Fair of ever')
      expect(await streams(last)).toBe(1)
    })
  })
}

test('without broadcast channels each tab that can be seen has a stream of its own', async ({ page, context, signInAs }) => {
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  await signInAs('provider.sales', '/invitations?search=fair')
  const other = await context.newPage()
  await other.goto('/invitations?search=fair')
  await expect.poll(() => streams(page)).toBe(2)
  await invite(page, { customer: { companyName: 'Fair of spring' } })
  await expect(other.getByRole('link', { name: 'Fair of spring' })).toBeVisible({ timeout: 10_000 })
  await covered(other, true)
  await expect.poll(() => streams(page)).toBe(1)
})
