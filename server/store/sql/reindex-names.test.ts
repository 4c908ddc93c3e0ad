import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { engines } from '../testing/test-engines.ts'
import { migrate } from '../migrations/migrate.ts'
import { reindexNames } from './reindex-names.ts'

it.each(engines)('names are sorted anew when the engine on $name sorts otherwise than before, and only then', async (engine) => {
  const opened = await engine.open()
  const { db } = opened
  const run = (text: string) => db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
  const versions = async () => (await run(`select collname, collversion from pg_collation where collname like 'names%' order by 1`)).rows
  const filesOf = async (index: string) => (await run(`select pg_relation_filenode('${index}') as file`)).rows
  try {
    const [now, before] = [await versions(), await filesOf('customers_by_name')]
    expect(await reindexNames(db)).toBe(0)
    expect(await filesOf('customers_by_name')).toEqual(before)
    await run(`update pg_collation set collversion = '1' where collname = 'names_und'`)
    await migrate(db)
    expect(await versions()).toEqual(now)
    expect(await filesOf('customers_by_name')).not.toEqual(before)
    expect(await reindexNames(db)).toBe(0)
  } finally {
    await opened.close()
  }
})
