import { expect, it } from 'vitest'
import { readRows } from './customer-import.ts'
import { readCustomerListFile } from './customer-list-file.ts'
import { jsonPieces } from './json-pieces.ts'

const header = 'Microsoft ID,Company name,Primary domain name,Relationship\n'
const row = '00000000-0000-4000-8000-000000000001,"Coho, Motors",coho.example,Cloud Reseller\n'
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer

const counted = () => {
  const counting = { turns: 0, turn: async () => void (counting.turns += 1) }
  return counting
}

it.each([
  ['rows', header + row.repeat(20_000)],
  ['line ends', header + '\r\n'.repeat(500_000)],
  ['quotes in one row', header + '"a""b",'.repeat(100_000)],
  ['blank rows, more than an import may have', header + ',,,\n'.repeat(60_000) + row],
])('a file of many %s is read a slice at a time, with a turn for everything else between any two', async (_, text) => {
  const counting = counted()
  await readCustomerListFile(bytesOf(text), counting.turn)
  expect(counting.turns).toBeGreaterThanOrEqual(2 * Math.floor(text.length / (32 * 1024)))
})

it('a slice that ends within a line end, a letter or a quoted cell changes nothing', async () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => `${index},"Köhő\r\n ${'x'.repeat(index % 7)}",é.example,Cloud Reseller`)
  const text = [header.trim(), ...rows].join('\r\n')
  const { turn } = counted()
  const read = await readCustomerListFile(bytesOf(text), turn)
  expect(read.rows).toHaveLength(rows.length)
  expect(read.rows.map(({ cells }) => cells)).toEqual(
    rows.map((_, index) => [String(index), `Köhő\n ${'x'.repeat(index % 7)}`, 'é.example', 'Cloud Reseller']),
  )
  expect(read.rows.at(-1)?.line).toBe(2 * rows.length)
})

it('a row that never ends is no row', async () => {
  const text = `${header}${row}"${'x'.repeat(3_000_000)}`
  const read = readCustomerListFile(bytesOf(text), counted().turn)
  await expect(read).rejects.toMatchObject({ facts: { code: 'import.malformed', params: { line: 3 } } })
})

it('rows are judged a hundred at a time', async () => {
  const counting = counted()
  const file = await readCustomerListFile(bytesOf(header + row.repeat(1_000)), counted().turn)
  const { report } = await readRows(file, 'en', counting.turn)
  expect(report).toMatchObject({ total: 1_000, unchanged: 999 })
  expect(counting.turns).toBe(10)
})

it('a long answer is written in pieces that make the same JSON', async () => {
  const some = Array.from({ length: 1_001 }, (_, line) => ({ line, text: 'ä"' }))
  const answer = { total: 3, none: [], gone: undefined, 'a "name"': null, some }
  const counting = counted()
  let text = ''
  for await (const piece of jsonPieces(answer, counting.turn)) text += piece
  expect(text).toBe(JSON.stringify(answer))
  expect(counting.turns).toBe(6)
  expect((await jsonPieces({}, counting.turn).next()).value).toBe('{}')
})
