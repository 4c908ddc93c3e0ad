import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { lockDataDir } from '../server/node/database/data-dir-lock.ts'
import { openEmbeddedStore } from '../server/node/database/embedded-store.ts'
import type { Database } from '../server/store/sql/tables/database.ts'
import { giveAge } from './tools/aged-rows.ts'
import { median } from './tools/median.ts'

const [minutes = 20, rate = 50] = process.argv.slice(3).map(Number)
const budgets = { p95: 1.5, store: 1.05 }
/** One request in this many makes an invitation; the others read. */
const writesOneOf = 10
const looks = ['/customers', '/invitations', '/customers?search=contoso', '/audit', '/invitations?state=sent', '/session', '/partnerships']
const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30 }

type Minute = { p95: number; failed: number; sizes: Map<string, number> }

/**
 * Loads an embedded store steadily, old enough that pruning keeps up with writes: prints p95 and the store's size per minute, and the
 * tables that grew.
 */
async function soak(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-soak-'))
  await age(directory)
  const portal = await startPortal({ DATA_DIR: directory })
  try {
    const Cookie = await signIn(portal.url)
    const passed: Minute[] = []
    for (let minute = 1; minute <= minutes; minute += 1) {
      const { times, failed } = await oneMinute(portal.url, Cookie)
      const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
      const now = { p95, failed, sizes: await sizes(portal.url) }
      passed.push(now)
      console.log(`minute ${minute}: ${times.length} answers, p95 ${p95.toFixed(1)} ms, ${failed} failed, store ${inMebibytes(whole(now))}`)
    }
    return isFlat(passed)
  } finally {
    await portal.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Fills the store with temporary rows, copied from those of one write. */
async function age(directory: string): Promise<void> {
  const portal = await startPortal({ DATA_DIR: directory })
  await ask(portal.url, await signIn(portal.url), 0)
  await portal.stop()
  const lock = lockDataDir(directory, () => new Date())
  const opened = await openEmbeddedStore<Database>(lock)
  const given = await giveAge(opened.db, rate / writesOneOf, new Date())
  await opened.close()
  lock.release()
  console.log(`the store begins with ${given.answers} kept answers and ${given.changes} changes`)
}

/** Requests leave on schedule, whether or not earlier ones have ended. */
async function oneMinute(url: string, Cookie: string) {
  const times: number[] = []
  let failed = 0
  const sent: Promise<void>[] = []
  const begun = performance.now()
  for (let number = 0; number < rate * 60; number += 1) {
    await pause(Math.max(0, begun + (number * 1000) / rate - performance.now()))
    const left = performance.now()
    const ended = ask(url, Cookie, number).then(
      (ok) => {
        times.push(performance.now() - left)
        if (!ok) failed += 1
      },
      () => { failed += 1 },
    )
    sent.push(ended)
  }
  await Promise.all(sent)
  return { times, failed }
}

async function ask(url: string, Cookie: string, number: number): Promise<boolean> {
  const making = {
    method: 'POST', body: JSON.stringify(draft),
    headers: { Cookie, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
  }
  const answer = number % writesOneOf === 0
    ? await fetch(`${url}/api/invitations`, making)
    : await fetch(`${url}/api${looks[number % looks.length]}`, { headers: { Cookie } })
  await answer.arrayBuffer()
  return answer.ok
}

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ persona: 'provider.admin' })
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function sizes(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return new Map([...text.matchAll(/^store_table_bytes\{table="(\w+)"\} (\S+)$/gm)].map(([, table = '', bytes]) => [table, Number(bytes)]))
}

const inMebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

const whole = (minute: Minute) => [...minute.sizes.values()].reduce((sum, size) => sum + size, 0)

/** Compares the last quarter with the second; the first warms up. */
function isFlat(passed: readonly Minute[]): boolean {
  const quarter = Math.max(1, Math.floor(passed.length / 4))
  const [warm, late] = [passed.slice(quarter, 2 * quarter), passed.slice(-quarter)]
  const ratioOf = (what: string, of: (minute: Minute) => number, budget: number, inWords: (value: number) => string) => {
    const [before, after] = [median(warm.map(of)), median(late.map(of))]
    console.log(`${what}: after warm-up ${inWords(before)}, late ${inWords(after)}, ratio ${(after / before).toFixed(3)} of ${budget}`)
    return after / before <= budget
  }
  tellGrowth(warm[0]?.sizes ?? new Map<string, number>(), late.at(-1)?.sizes ?? new Map<string, number>())
  const isQuick = ratioOf('p95', ({ p95 }) => p95, budgets.p95, (milliseconds) => `${milliseconds.toFixed(1)} ms`)
  const isSmall = ratioOf('store', whole, budgets.store, inMebibytes)
  return isQuick && isSmall && passed.every(({ failed }) => failed === 0)
}

function tellGrowth(before: Map<string, number>, after: Map<string, number>): void {
  const grown = [...after].map(([table, bytes]) => ({ table, by: bytes - (before.get(table) ?? 0) })).toSorted((a, b) => b.by - a.by)
  for (const { table, by } of grown.slice(0, 8)) console.log(`${table} grew by ${inMebibytes(by)} after warm-up`)
}

process.exitCode = (await soak()) ? 0 : 1
