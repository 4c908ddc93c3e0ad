import { PGlite } from '@electric-sql/pglite'
import { beforeAll, expect, it } from 'vitest'
import { steps } from '../../server/store/migrations/migrate.ts'
import { pgliteImage } from './pglite-image.ts'

const mebibyte = 1024 * 1024

// Made once for the engine and its tables; that takes seconds.
beforeAll(async () => void (await pgliteImage()), 60_000)

it('is a store that opens, has gone through every step and has no rows', async () => {
  const engine = await PGlite.create({ loadDataDir: new Blob([await pgliteImage()]) })
  const { rows } = await engine.query<{ name: string }>('select name from kysely_migration order by name')
  expect(rows.map(({ name }) => name)).toEqual(steps.map(({ name }) => name))
  expect((await engine.query('select * from organizations')).rows).toEqual([])
  await engine.close()
})

it('is small enough to be unpacked, kept and read again by a browser in less than a second', async () => {
  expect((await pgliteImage()).byteLength / mebibyte).toBeLessThan(16)
})
