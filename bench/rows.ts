import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { startPostgres } from '../scripts/databases/postgres.ts'
import { freshPage, openBrowser, signedIn } from './tools/browser.ts'
import { blocksOn } from './tools/blocks.ts'
import { customerCsv } from './tools/customer-csv.ts'
import { median } from './tools/median.ts'

const budgets = [{ slowDown: 1, seconds: 0.5 }, { slowDown: 4, seconds: 1.1 }]
const lists = [5_000, 10_000]
const runs = 7

/** Measures the seconds from a cold browser's navigation to the customer list's first row; prints them. */
async function rows(): Promise<boolean> {
  buildWhenChanged('production')
  let within = true
  for (const count of lists) {
    const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
    const portal = await startPortal({ DATA_DIR: directory })
    const browser = await openBrowser()
    try {
      const person = await signedIn(browser, portal.url, 'provider.sales')
      await fill(person, count)
      for (const { slowDown, seconds } of budgets) {
        const taken = await firstRow(browser, person, slowDown)
        const ratio = `${taken.toFixed(2)} s of ${seconds} s, ratio ${(taken / seconds).toFixed(2)}`
        console.log(`first rows of ${count} customers, CPU slowed ${slowDown} times: ${ratio}`)
        within &&= taken <= seconds
      }
    } finally {
      await browser.close()
      await portal.stop()
      await rm(directory, { recursive: true, force: true })
    }
  }
  return within
}

async function fill(person: Page, count: number): Promise<void> {
  const status = await person.evaluate(async (csv) => {
    const answer = await fetch('/api/customers/import?dryRun=false', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: csv })
    return answer.status
  }, customerCsv(count))
  if (status !== 200) throw new Error(`The import was answered with ${status}.`)
}

async function firstRow(browser: Browser, person: Page, slowDown: number): Promise<number> {
  const taken: number[] = []
  for (let run = 0; run < runs; run++) {
    const page = await freshPage(browser, person)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (document.querySelectorAll('[role=grid] [role=row] a').length === 0) return
        look.disconnect()
        requestAnimationFrame(() => performance.mark('first-row'))
      })
      look.observe(document, { childList: true, subtree: true })
    })
    await page.goto(`${new URL(person.url()).origin}/customers`)
    await page.waitForFunction(() => performance.getEntriesByName('first-row').length > 0)
    taken.push(await page.evaluate(() => (performance.getEntriesByName('first-row')[0]?.startTime ?? Number.NaN) / 1000))
    await page.context().close()
  }
  return median(taken)
}

/** Measures the event loop's longest block for every kind of call, on both engines. */
async function blocks(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const postgres = await startPostgres()
  try {
    const embedded = await blocksOn('PGlite', { DATA_DIR: directory })
    return (await blocksOn('PostgreSQL', { DATABASE_URL: postgres.url })) && embedded
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

const [isQuick, isFree] = [await rows(), await blocks()]
process.exitCode = isQuick && isFree ? 0 : 1
