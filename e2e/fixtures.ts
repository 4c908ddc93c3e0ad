import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { openHost } from './hosts/open-host.ts'
import type { Host, HostName, World } from './hosts/world.ts'
import { signIn } from './steps.ts'
import type { Say } from './words.ts'

type Screen = 'desktop' | 'phone'
const screens = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

type Fixtures = {
  /** Whether the journey changes things, and so needs a fresh portal. */
  changes: boolean
  /** Whether requests are meant to fail without a response. */
  spoiled: boolean
  /** Whether the journey adds scripts to its pages, and so to their frames, which run none. */
  scripted: boolean
  world: World
  /** Signs the journey's page in as a persona and opens the address, if any; returns the persona's words. */
  signInAs: (persona: string, address?: string) => Promise<Say>
  /** Another person's page in a browser of its own, signed out. */
  visitor: (screen?: Screen) => Promise<Page>
  /** Fails with axe's findings on the page. */
  expectAccessible: (page: Page) => Promise<void>
  /** Fails when a page logged or threw an error. */
  cleanConsole: void
}

export const test = base.extend<Fixtures, { hostName: HostName; host: Host }>({
  hostName: ['node-postgres', { option: true, scope: 'worker' }],
  host: [async ({ hostName }, use) => {
    const host = await openHost(hostName)
    await use(host)
    await host.close()
  }, { scope: 'worker', timeout: 120_000 }],

  changes: [false, { option: true }],
  spoiled: [false, { option: true }],
  scripted: [false, { option: true }],
  world: async ({ host, changes }, use) => {
    const world = changes ? await host.fresh() : await host.shared()
    await use(world)
    if (changes) await world.close()
  },
  baseURL: async ({ world }, use) => use(world.url),

  signInAs: async ({ page }, use) => use((persona, address) => signIn(page, persona, address)),

  visitor: async ({ browser, context, world }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (screen = 'desktop') => {
      if (!world.tabsArePeople) contexts.push(await browser.newContext({ baseURL: world.url }))
      const page = await (contexts.at(-1) ?? context).newPage()
      await page.setViewportSize(screens[screen])
      return page
    })
    await Promise.all(contexts.map((opened) => opened.close()))
  },

  expectAccessible: async ({}, use) => use(async (page) => expect(await barriersOn(page), `axe on ${page.url()}`).toEqual([])),

  cleanConsole: [async ({ browser, context, spoiled, scripted }, use) => {
    const errors: string[] = []
    const listen = (each: BrowserContext) => {
      each.on('weberror', (error) => errors.push(String(error.error())))
      each.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text(), spoiled, scripted)) errors.push(message.text())
      })
    }
    listen(context)
    browser.on('context', listen)
    await use()
    browser.off('context', listen)
    expect(errors).toEqual([])
  }, { auto: true }],
})

/** Chromium logs every 4xx response, every failed request, and what a journey adds to a frame that runs no scripts. */
const isExpected = (text: string, spoiled: boolean, scripted: boolean) =>
  (scripted && /^Blocked script execution in 'about:(srcdoc|blank)'/.test(text)) ||
  text.startsWith(spoiled ? 'Failed to load resource: ' : 'Failed to load resource: the server responded with a status of 4')

export { expect }
