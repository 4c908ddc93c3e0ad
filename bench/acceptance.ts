import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession } from '@playwright/test'
import { locales, type Locale } from '../domain/session/locales.ts'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { call, openBrowser, signedIn } from './tools/browser.ts'
import { median } from './tools/median.ts'
import { transferOf } from './tools/transfer.ts'

/** Seconds until the page can be answered, as for the customer list's first rows. */
const budget = 4
const runs = 5

/** Slow 4G: 150 ms round trip, 1.6 Mbit/s down, 0.75 Mbit/s up; in bytes a second. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

/**
 * Measures an invitation's public page for a first visitor, on a CPU slowed 4 times and slow 4G: seconds to the first paint and until it
 * can be answered, its bytes, and the ratio to this machine's own speed.
 */
async function acceptance(): Promise<boolean> {
  buildWhenChanged('production')
  const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const portal = await startPortal({ DATA_DIR: directory })
  const browser = await openBrowser()
  try {
    const person = await signedIn(browser, portal.url, 'provider.sales')
    let within = true
    for (const language of locales) {
      const { link } = await call<{ link: string }>(person, 'POST', '/api/invitations', {
        delivery: 'direct', reusable: true, includeDap: false, language, expiresInDays: 30,
      })
      const quick = await shown(browser, link, language, false)
      const slow = await shown(browser, link, language, true)
      const page = await browser.newPage({ locale: language })
      const { scripts, styles } = await transferOf(page, async () => {
        await page.goto(link)
        await page.getByRole('heading', { level: 1 }).waitFor()
      })
      await page.close()
      const measured = [
        `first paint ${slow.paint.toFixed(2)} s`,
        `usable ${slow.usable.toFixed(2)} s of ${budget} s, ratio ${(slow.usable / budget).toFixed(2)}`,
        `${(slow.usable / quick.usable).toFixed(1)} times as it is (${quick.usable.toFixed(2)} s)`,
        `${scripts} B script, ${styles} B style`,
      ]
      console.log(`acceptance page, ${language}, CPU slowed 4 times, slow 4G: ${measured.join('; ')}`)
      within &&= slow.usable <= budget
    }
    return within
  } finally {
    await browser.close()
    await portal.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Returns medians of some runs from an empty cache. Usable: the page's last button is there and the page is at rest. */
async function shown(browser: Browser, link: string, language: Locale, slowed: boolean): Promise<{ paint: number; usable: number }> {
  const paints: number[] = []
  const usables: number[] = []
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ locale: language, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    if (slowed) await slowDown(await context.newCDPSession(page))
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (document.querySelectorAll('main button').length === 0) return
        look.disconnect()
        requestIdleCallback(() => performance.mark('usable'))
      })
      look.observe(document, { childList: true, subtree: true })
    })
    await page.goto(link)
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
    const [paint, usable] = await page.evaluate(() =>
      ['first-contentful-paint', 'usable'].map((name) => (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN) / 1000))
    paints.push(paint ?? Number.NaN)
    usables.push(usable ?? Number.NaN)
    await context.close()
  }
  return { paint: median(paints), usable: median(usables) }
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

process.exitCode = (await acceptance()) ? 0 : 1
