import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tableSizes } from './table-sizes.ts'
import { engines } from '../testing/test-engines.ts'

const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
const told = [...page.matchAll(/^\| ([a-z_]+) \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm)]
  .map(([, table = '']) => table)
  .filter((name) => name !== 'table')

it.each(engines)('says of every table on $name what it grows with, who takes it away and what bounds it', async (engine) => {
  const opened = await engine.open()
  const sizes = await tableSizes(opened.db)
  await opened.close()
  expect(told.toSorted()).toEqual(sizes.map(({ table }) => table).toSorted())
  expect(sizes.every(({ bytes, rows }) => bytes > 0 && rows >= 0)).toBe(true)
})
