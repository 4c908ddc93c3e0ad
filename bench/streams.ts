import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from '../e2e/hosts/portal-process.ts'
import { startPostgres } from '../scripts/databases/postgres.ts'
import { callerOf, cookieOf } from './tools/served.ts'
import { timed } from './tools/timed.ts'

const budget = 2
const counts = [0, 1_000, 5_000]
const ofOneSession = 8
const runs = 1_500
const personas = ['provider.admin', 'reseller.admin', 'direct.admin', 'customer.globaladmin', 'direct-de.admin']

/** Compares a page of the customer list beside many silent event streams with one without, on both engines; p99. */
async function streams(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const postgres = await startPostgres()
  try {
    const embedded = await ratioOn('PGlite', { DATA_DIR: directory })
    return (await ratioOn('PostgreSQL', { DATABASE_URL: postgres.url })) && embedded
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function ratioOn(engine: string, settings: Record<string, string>): Promise<boolean> {
  const portal = await startPortal(settings)
  const open: ClientRequest[] = []
  try {
    const call = await callerOf(portal.url, 'provider.sales')
    let without = Number.NaN
    let ratio = Number.NaN
    for (const count of counts) {
      await openUpTo(count, portal.url, open)
      const times: number[] = []
      for (let run = 0; run < runs; run++) times.push(await timed(() => call('/api/customers')))
      times.sort((a, b) => a - b)
      const [p50 = Number.NaN, p99 = Number.NaN] = [times[Math.floor(runs * 0.5)], times[Math.floor(runs * 0.99)]]
      if (count === 0) without = p99
      ratio = p99 / without
      const measured = `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ratio ${ratio.toFixed(2)} of ${budget}`
      console.log(`${engine}: a list beside ${count} event streams: ${measured}`)
    }
    return ratio <= budget
  } finally {
    for (const stream of open) stream.destroy()
    await portal.stop()
  }
}

async function openUpTo(count: number, url: string, open: ClientRequest[]): Promise<void> {
  while (open.length < count) {
    const cookie = await cookieOf(url, personas[(open.length / ofOneSession) % personas.length] ?? '')
    for (let stream = 0; stream < ofOneSession; stream++) {
      const asked = get(`${url}/api/events`, { headers: { cookie }, agent: false })
      asked.on('error', () => undefined)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      if (answer.statusCode !== 200) throw new Error(`A stream was answered with ${answer.statusCode}.`)
      answer.on('error', () => undefined).resume()
      open.push(asked)
    }
  }
}

process.exitCode = (await streams()) ? 0 : 1
