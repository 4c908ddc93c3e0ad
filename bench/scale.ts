import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEvent } from 'kysely'
import pg from 'pg'
import { startPostgres } from '../scripts/databases/postgres.ts'
import { linkOf } from '../server/app/invitations/links.ts'
import { lockDataDir } from '../server/node/database/data-dir-lock.ts'
import { openTables } from '../server/node/database/open-tables.ts'
import { seedScale } from '../server/store/demo/scale/seed-scale.ts'
import { seedDemo } from '../server/store/demo/seed-demo.ts'
import { askAs, links } from './tools/api.ts'
import { type Figure, figureOf, type Statement } from './tools/scale-figures.ts'
import { scalePlaces } from './tools/scale-places.ts'

/** A figure may be this many times that of the smallest list; an answer this many times its bare statements. */
const budgets = { growth: 1.2, api: 1.5 }
const sizes = { PostgreSQL: [10_000, 100_000, 1_000_000], PGlite: [10_000, 100_000] } as const
const resellers = 500
const now = () => new Date()

/** Measures every list, filter, sort, search, tile and board at each size on each engine; prints a table of medians in milliseconds. */
async function scale(most: number): Promise<boolean> {
  const room = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const postgres = await startPostgres()
  try {
    let within = true
    for (const engine of ['PostgreSQL', 'PGlite'] as const) {
      const figures: [size: number, of: Map<string, Figure>][] = []
      for (const size of sizes[engine].filter((each) => each <= most))
        figures.push([size, await figuresAt(size, engine, engine === 'PGlite' ? join(room, String(size)) : postgres.url)])
      within = report(engine, figures) && within
    }
    return within
  } finally {
    await postgres.stop()
    await rm(room, { recursive: true, force: true })
  }
}

async function figuresAt(size: number, engine: keyof typeof sizes, place: string): Promise<Map<string, Figure>> {
  const lock = engine === 'PGlite' ? lockDataDir(place, now) : undefined
  const databaseUrl = lock ? undefined : await databaseFor(place, size)
  const heard: Statement[] = []
  const onQuery = ({ query: { sql, parameters } }: LogEvent) => void heard.push({ sql, parameters })
  const opened = await openTables({ databaseUrl }, lock, { onQuery })
  const { db } = opened
  try {
    const tokenHashOf = async (invitation: Parameters<typeof linkOf>[1]) => (await linkOf(links, invitation)).tokenHash
    const began = performance.now()
    await seedDemo(db, { now: now(), tokenHashOf })
    await seedScale(db, { customers: size, resellers, now: now(), tokenHashOf })
    console.log(`${engine}: ${size} customers seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`)
    const ask = await askAs(db, 'provider.admin')
    const found = new Map<string, Figure>()
    for (const each of scalePlaces) found.set(each.what, await figureOf(db, ask, heard, each))
    return found
  } finally {
    await opened.close()
    lock?.release()
  }
}

/** A new database on the server, named by the size. */
async function databaseFor(server: string, size: number): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database scale_${size}`)
  await client.end()
  return Object.assign(new URL(server), { pathname: `/scale_${size}` }).href
}

/** Prints a line for each place; returns whether all keep the budgets. */
function report(engine: string, figures: readonly (readonly [size: number, of: Map<string, Figure>])[]): boolean {
  let within = true
  console.log(`${engine}, medians in ms, answer (bare SQL), growth against ${figures[0]?.[0]}, answer against SQL; ! misses a budget`)
  for (const { what, index } of scalePlaces) {
    const found = figures.flatMap(([, of]) => of.get(what) ?? [])
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last) continue
    const [growth, ratio] = [last.sql / first.sql, last.api / last.sql]
    const faults = [
      ...(growth > budgets.growth ? ['grows'] : []),
      ...(ratio > budgets.api ? ['answer'] : []),
      ...(engine === 'PostgreSQL' && last.usesIndex === false ? [`not by ${index}`] : []),
    ]
    const cells = found.map(({ api, sql }) => `${api.toFixed(1)} (${sql.toFixed(1)})`.padStart(16)).join(' ')
    const verdict = faults.length > 0 ? `  ! ${faults.join(', ')}` : ''
    console.log(`  ${what.padEnd(48)}${cells}  ${growth.toFixed(1).padStart(5)}  ${ratio.toFixed(1).padStart(4)}${verdict}`)
    within &&= faults.length === 0
  }
  return within
}

const [most] = process.argv.slice(3)
process.exitCode = (await scale(most === undefined ? 1_000_000 : Number(most))) ? 0 : 1
