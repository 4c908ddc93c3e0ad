import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { openInBrowserHost } from '../e2e/hosts/in-browser-host.ts'
import { chooseAccount, settled } from '../e2e/steps.ts'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { openProfile } from './tools/browser.ts'
import { median } from './tools/median.ts'

/** Seconds until the demo is usable: from an empty browser, and on a return. */
const budgets = { cold: 3, again: 1 }
const runs = 5

type Start = { words: number; usable: number }

/**
 * Measures the demo build: seconds from navigation to the first words and until it is usable. From an empty browser that is the list of
 * personas; on a return, with every page closed before, the customers.
 */
async function demo(): Promise<boolean> {
  buildWhenChanged('demo')
  const host = await openInBrowserHost()
  const { url } = await host.fresh()
  const colds: Start[] = []
  const agains: Start[] = []
  try {
    for (let run = 0; run < runs; run++) {
      const profile = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
      const browser = await openProfile(profile, url)
      const page = await watched(browser)
      colds.push(await startOf(page, '/sign-in'))
      await chooseAccount(page, 'provider.admin')
      await page.waitForURL('/')
      await settled(page)
      // No page of the demo is open now; only the browser's kept files remain.
      await page.goto('about:blank')
      agains.push(await startOf(page, '/customers'))
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    }
  } finally {
    await host.close()
  }
  return [report('from an empty browser', colds, budgets.cold), report('again', agains, budgets.again)].every(Boolean)
}

/** Words: the page shows text. Usable: the page shows its list from the database. */
async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const marked = new Set<string>()
    const markOnce = (name: string) => {
      if (!marked.has(name)) requestAnimationFrame(() => performance.mark(name))
      marked.add(name)
    }
    const look = new MutationObserver(() => {
      if (document.body?.textContent.trim()) markOnce('words')
      if (document.querySelector('main li button, [role=grid] [role=row] a')) markOnce('usable')
    })
    look.observe(document, { childList: true, subtree: true, characterData: true })
  })
  return page
}

async function startOf(page: Page, address: string): Promise<Start> {
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  const [words, usable] = await page.evaluate(() =>
    ['words', 'usable'].map((name) => (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN) / 1000))
  return { words: words ?? Number.NaN, usable: usable ?? Number.NaN }
}

function report(what: string, starts: readonly Start[], budget: number): boolean {
  const words = median(starts.map((start) => start.words))
  const usable = median(starts.map((start) => start.usable))
  const ratio = `${usable.toFixed(2)} s of ${budget} s, ratio ${(usable / budget).toFixed(2)}`
  console.log(`demo ${what}, median of ${runs}: first words ${words.toFixed(2)} s; usable ${ratio}`)
  return usable <= budget
}

process.exitCode = (await demo()) ? 0 : 1
