import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from '../../server/store/sql/tables/database.ts'
import type { Ask } from './api.ts'
import { median } from './median.ts'
import type { Place } from './scale-places.ts'
import { timed } from './timed.ts'

export type Statement = { sql: string; parameters: readonly unknown[] }
/** Milliseconds of an answer and of its statements alone, medians; whether the plan uses the index that it means to. */
export type Figure = { api: number; sql: number; usesIndex: boolean | undefined }

const runs = 9

/** Asks for a place several times, and does its statements without the API; `heard` receives what the store says to the database. */
export async function figureOf(db: Kysely<Database>, ask: Ask, heard: Statement[], { path, index }: Place): Promise<Figure> {
  const once = async () => {
    const response = await ask(path)
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    await response.text()
  }
  await once()
  heard.length = 0
  await once()
  const statements = heard.filter(({ sql }) => !sql.includes('"sessions"'))
  const times = { api: [] as number[], sql: [] as number[] }
  for (let run = 0; run < runs; run++) {
    times.api.push(await timed(once))
    times.sql.push(await timed(async () => {
      for (const { sql, parameters } of statements) await db.executeQuery(CompiledQuery.raw(sql, [...parameters]))
    }))
  }
  return { api: median(times.api), sql: median(times.sql), usesIndex: index === undefined ? undefined : await uses(db, statements, index) }
}

async function uses(db: Kysely<Database>, statements: readonly Statement[], index: string): Promise<boolean> {
  for (const { sql, parameters } of statements) {
    const { rows } = await db.executeQuery(CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters])).catch(() => ({ rows: [] }))
    if (JSON.stringify(rows).includes(`"${index}"`)) return true
  }
  return false
}
