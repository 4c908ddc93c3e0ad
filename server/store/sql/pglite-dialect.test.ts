import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { pgliteDialect, pgliteEngine } from './pglite-dialect.ts'

it('lets what else waits in the thread have its turn after every statement, also one that failed', async () => {
  let turns = 0
  const turn = async () => void (turns += 1)
  const db = new Kysely<unknown>({ dialect: pgliteDialect(pgliteEngine(await PGlite.create(), turn)) })
  const seen = await db.transaction().execute(async (trx) => {
    const after: number[] = []
    for (let statement = 0; statement < 100; statement += 1) {
      await sql`select 1`.execute(trx)
      after.push(turns)
    }
    return after
  })
  expect(seen).toEqual(seen.map((_, index) => (seen[0] ?? 0) + index))
  const before = turns
  await expect(sql`select nonsense`.execute(db)).rejects.toMatchObject({ code: '42703' })
  expect(turns).toBe(before + 1)
  await db.destroy()
})
