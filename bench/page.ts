import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { buildWhenChanged } from '../scripts/app-build.ts'
import { call, freshPage, openBrowser, signedIn } from './tools/browser.ts'
import { customerCsv } from './tools/customer-csv.ts'
import { median } from './tools/median.ts'
import { firstRow, hearTyping, visitOf, type Visit } from './tools/visit.ts'

const kib = 1024
const customers = 10_000
const runs = 5
const budgets = { scripts: 145 * kib, styles: 10 * kib, requests: 12, rounds: 1, slower: 2.2, typing: 100, typingSlow: 200 }

const machines = {
  '1x': {}, '4x CPU': { cpu: 4 }, '4x CPU, slow 4G': { cpu: 4, latency: 150, throughput: (1.6 * 1_000_000) / 8 },
} as const

/** Measures a cold visit of a list of 10,000 customers on three kinds of machines, and typing in it; false when a budget is missed. */
async function page(): Promise<boolean> {
  buildWhenChanged('production')
  const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const portal = await startPortal({ DATA_DIR: directory })
  const browser = await openBrowser()
  try {
    const person = await signedIn(browser, portal.url, 'provider.sales')
    await person.evaluate(async (csv) => {
      const headers = { 'content-type': 'text/csv' }
      await (await fetch('/api/customers/import?dryRun=false', { method: 'POST', headers, body: csv })).text()
    }, customerCsv(customers))
    const { link } = await call<{ link: string }>(person, 'POST', '/api/invitations', {
      delivery: 'direct', reusable: true, includeDap: false, language: 'en', expiresInDays: 30,
    })
    const visits = new Map(Object.keys(machines).map((name) => [name, [] as Visit[]]))
    const stills: number[] = []
    for (let run = 0; run < runs; run++) {
      for (const [name, machine] of Object.entries(machines)) {
        visits.get(name)?.push(await visitOf(await freshPage(browser, person), `${portal.url}/customers`, machine, firstRow))
      }
      stills.push(await stillVisit(browser, visits.get('4x CPU, slow 4G')?.at(-1)?.bytes ?? 0))
    }
    const typed = [await hearTyping(await freshPage(browser, person), `${portal.url}/customers`, 1)]
    typed.push(await hearTyping(await freshPage(browser, person), `${portal.url}/customers`, 4))
    const letter = await visitOf(await browser.newPage(), link, machines['4x CPU, slow 4G'], 'h1')
    return report(visits, median(stills), typed, letter)
  } finally {
    await browser.close()
    await portal.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Milliseconds that a page of one file of as many bytes takes on the slowest machine. */
async function stillVisit(browser: Browser, bytes: number): Promise<number> {
  const server = createServer((_request, response) => response.end(`<!doctype html><h1>x</h1><!--${'x'.repeat(bytes)}-->`))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as { port: number }
  try {
    return (await visitOf(await browser.newPage(), `http://127.0.0.1:${port}/`, machines['4x CPU, slow 4G'], 'h1')).loaded
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

function report(visits: ReadonlyMap<string, Visit[]>, still: number, typed: readonly number[], letter: Visit): boolean {
  const rows = (name: string) => median((visits.get(name) ?? []).map(({ shown }) => shown))
  const [fast, slow, far] = Object.keys(machines).map(rows) as [number, number, number]
  for (const [name, all] of visits) {
    const painted = median(all.map((visit) => visit.painted))
    console.log(`${name}: first rows after ${rows(name).toFixed(0)} ms, first paint after ${painted.toFixed(0)} ms`)
  }
  console.log(`one file of as many bytes, 4x CPU, slow 4G: ${still.toFixed(0)} ms`)
  const one = visits.get('1x')?.[0]
  const limits: [what: string, value: number, limit: number][] = [
    ['scripts with words, B', one?.scripts ?? 0, budgets.scripts],
    ['styles, B', one?.styles ?? 0, budgets.styles],
    ['requests to first rows', one?.requests ?? 0, budgets.requests],
    ['round trips after the HTML', one?.rounds ?? 0, budgets.rounds],
    ['rows at 4x CPU against 1x', slow / fast, budgets.slower],
    ['rows with slow 4G against one file of as many bytes', far <= 2_500 ? 1 : far / still, budgets.slower],
    ['typing to new rows, p95 ms at 1x', typed[0] ?? 0, budgets.typing],
    ['typing to new rows, p95 ms at 4x CPU', typed[1] ?? 0, budgets.typingSlow],
    ['acceptance page, 4x CPU, slow 4G: first paint against its heading', letter.painted / letter.shown, 1],
  ]
  for (const [what, value, limit] of limits) {
    console.log(`  ${what}: ${Number(value.toFixed(2))} of ${limit}${value > limit ? '  ! misses the budget' : ''}`)
  }
  return limits.every(([, value, limit]) => value <= limit)
}

process.exitCode = (await page()) ? 0 : 1
