import { expect, it } from 'vitest'
import { readRows } from '../customers/import/import.ts'
import { readCustomerListFile } from '../customers/import/list-file.ts'
import { jsonPieces } from '../http/json-pieces.ts'

const header = 'Microsoft ID,Company name,Primary domain name,Relationship\n'
const row = '00000000-0000-4000-8000-000000000001,"Coho, Motors",coho.example,Cloud Reseller\n'
const bodyOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream()

const counted = () => {
  const counting = { turns: 0, turn: async () => void (counting.turns += 1) }
  return counting
}

const allOf = async (text: string, turn: () => Promise<void>) => {
  const rows: { line: number; cells: string[] }[] = []
  for await (const each of (await readCustomerListFile(bodyOf(text), turn)).rows) rows.push(each)
  return rows
}

it.each([
  ['rows', header + row.repeat(20_000)],
  ['line ends', header + '\r\n'.repeat(500_000)],
  ['quotes in each row', header + `${'"a""b",'.repeat(9_000)}\n`.repeat(11)],
  ['blank rows, more than an import may have', header + ',,,\n'.repeat(60_000) + row],
])('a file of many %s is read a slice at a time, with a turn for everything else between any two', async (_, text) => {
  const counting = counted()
  await allOf(text, counting.turn)
  expect(counting.turns).toBeGreaterThanOrEqual(2 * Math.floor(text.length / (32 * 1024)))
})

it('a slice that ends within a line end, a letter or a quoted cell changes nothing', async () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => `${index},"Köhő\r\n ${'x'.repeat(index % 7)}",é.example,Cloud Reseller`)
  const text = [header.trim(), ...rows].join('\r\n')
  const read = await allOf(text, counted().turn)
  expect(read).toHaveLength(rows.length)
  expect(read.map(({ cells }) => cells)).toEqual(
    rows.map((_, index) => [String(index), `Köhő\n ${'x'.repeat(index % 7)}`, 'é.example', 'Cloud Reseller']),
  )
  expect(read.at(-1)?.line).toBe(2 * rows.length)
})

it('a file is read whatever pieces it comes in', async () => {
  const text = `\uFEFF${header.replace('\n', '\r\n')}${row.replace('Coho', 'Köhő')}\r`
  const utf16 = Uint8Array.from(Buffer.from(text, 'utf16le'))
  for (const bytes of [new TextEncoder().encode(text), utf16]) {
    for (const size of [1, 2, 3, 50, 1_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
      const body = new ReadableStream<Uint8Array>({ pull(to) {
        const piece = pieces.shift()
        if (piece) to.enqueue(piece)
        else to.close()
      } })
      const { rows } = await readCustomerListFile(body, counted().turn)
      const found: string[][] = []
      for await (const { cells } of rows) found.push(cells)
      expect(found).toEqual([['00000000-0000-4000-8000-000000000001', 'Köhő, Motors', 'coho.example', 'Cloud Reseller']])
    }
  }
})

it.each([
  ['a quote that is never closed', `"${'x'.repeat(3_000_000)}`],
  ['cells of nothing', ','.repeat(3_000_000)],
  ['quotes and cells of nothing', '"",'.repeat(1_000_000)],
])('a row that never ends is no row, and what follows is not looked at, but read: %s', async (_, rest) => {
  const counting = counted()
  let left = 0
  const body = bodyOf(header + row + rest).pipeThrough(new TransformStream({ transform(piece: Uint8Array, to) {
    to.enqueue(piece)
    left += piece.length
  } }))
  const { rows } = await readCustomerListFile(body, counting.turn)
  const all = async () => {
    for await (const each of rows) expect(each.line).toBe(2)
  }
  await expect(all()).rejects.toMatchObject({ facts: { code: 'import.malformed', params: { line: 3 } } })
  expect(counting.turns).toBeLessThan(100)
  expect(left).toBe((header + row + rest).length)
  // A file without its columns is refused at its first line.
  const other = readCustomerListFile(bodyOf(`a,b\n${rest}`), counted().turn)
  await expect(other).rejects.toMatchObject({ facts: { code: 'import.missing_columns' } })
})

it('a quote that is not closed within what a row may be costs its own line, and what follows is read a slice at a time', async () => {
  const counting = counted()
  const text = `${header}${row}x,"y\n${'\n'.repeat(500_000)}${row}`
  const read: [number, string | undefined][] = []
  for await (const { line, quote } of (await readCustomerListFile(bodyOf(text), counting.turn)).rows) read.push([line, quote])
  expect(read).toEqual([[2, undefined], [3, 'open'], [500_004, undefined]])
  expect(counting.turns).toBeGreaterThanOrEqual(2 * Math.floor(text.length / (32 * 1024)))
})

it('rows are judged a hundred at a time', async () => {
  const counting = counted()
  const file = await readCustomerListFile(bodyOf(header + row.repeat(1_000)), counted().turn)
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
  const pieces: string[] = []
  for await (const piece of jsonPieces({}, counting.turn)) pieces.push(piece)
  expect(pieces).toEqual(['{}'])
})
