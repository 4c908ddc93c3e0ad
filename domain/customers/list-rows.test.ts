import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delimiters } from './import-header.ts'
import { isBlank, isSeveralRows, type ListRow, rowDivider } from './list-rows.ts'

function rowsOf(text: string, { delimiter = ',', longest, pieces = [text] }: {
  delimiter?: (typeof delimiters)[number]; longest?: number; pieces?: readonly string[]
} = {}): ListRow[] {
  const divider = rowDivider(delimiter, longest)
  return [...pieces.flatMap((piece) => [...divider.take(piece)]), ...divider.end()]
}
const shown = ({ line, lastLine, cells, quote }: ListRow) =>
  `${line}-${lastLine} ${cells.join('|').replaceAll('\n', '/')}${quote ? ` ${quote}` : ''}`

it.each<[string, string, string[]]>([
  ['cells', 'a,b\n,\n\nc', ['1-1 a|b', '2-2 |', '3-3 ', '4-4 c']],
  ['quotes', '"a","b,c","d ""e"""\n"",x', ['1-1 a|b,c|d "e"', '2-2 |x']],
  ['quotes inside a cell', 'a "b" c,d"\n"e"f,g', ['1-1 a "b" c|d"', '2-2 "e"f|g followed']],
  ['a line break in a cell', 'a,"b\nc",d\ne', ['1-2 a|b/c|d', '3-3 e']],
  ['line breaks in two cells', '"a\nb","c\n\nd"\ne', ['1-4 a/b|c//d', '5-5 e']],
  ['text after the quote that closes', 'a,"b\nc"d,e\nf', ['1-2 a|"b/c"d|e followed', '3-3 f']],
  ['a quote that is never closed', 'a\nb,"c\nd,e\n\nf,g\n', ['1-1 a', '2-2 b|"c open', '3-3 d|e', '4-4 ', '5-5 f|g']],
  ['one after a cell over two lines', 'a,"b\nc","d\ne,""f\ng', ['1-2 a|"b/c"|"d open', '3-3 e|""f followed', '4-4 g']],
  ['a stray quote before a quoted cell', '"a,"b, c",d\ne', ['1-1 "a,"b| c"|d open', '2-2 e']],
  ['text after a cell in quotes with a separator', '"a, b" c,d', ['1-1 "a, b" c|d followed']],
  ['a quote alone at the end', 'a\n"', ['1-1 a', '2-2 " open']],
])('divides %s', (_what, text, expected) => {
  expect(rowsOf(text).map(shown)).toEqual(expected)
})

it('gives up a quote that is not closed within as many characters as a row has, and reads what follows', () => {
  const rows = Array.from({ length: 20 }, (_, index) => `row ${index},x`)
  const text = ['a,"b', ...rows, 'c",d', 'e,f'].join('\n')
  expect(rowsOf(text, { longest: 100 }).map(shown)).toEqual([
    '1-1 a|"b open', ...rows.map((_, index) => `${index + 2}-${index + 2} row ${index}|x`), '22-22 c"|d', '23-23 e|f',
  ])
  expect(() => rowsOf(`a\n${'x'.repeat(101)}`, { longest: 100 })).toThrow('Line 2')
})

const id = '0a5d1b1e-1111-4a11-8a11-000000000021'
it.each<[string, boolean, string]>([
  ['a name on two lines', false, `${id},"Alpha\nBeta",a.example,None`],
  ['a name on two lines with a comma', false, `${id},"Alpha, Inc.\nBeta",a.example,None`],
  ['a note on three lines that is not read', false, `${id},A,a.example,"x\ny\nz"`],
  ['a cell that is blank beyond the columns', false, `${id},"A\nB",a.example,None, `],
  ['another’s id', true, `x,"Alpha,a.example,None\n${id},Beta",b.example,None`],
  ['an id in capitals and braces', true, `x,"Alpha\n{${id.toUpperCase()}}",b.example,None`],
  ['a row’s worth of separators', true, 'x,"Alpha,a.example,None\ny,Beta",b.example,None'],
  ['too many cells', true, 'x,A,a.example,"None\ny",B,b.example,None'],
  ['too few', true, 'x,"Alpha\ny,Beta",b.example'],
  ['text after the quote that closes', true, 'x,"Alpha\ny,"Beta",b.example'],
  ['all of that on one line', false, `x,"${id},,,,"y,,,,`],
])('a row with %s is several: %s', (_what, expected, text) => {
  expect(rowsOf(text).map((row) => isSeveralRows(row, { most: 4, least: 4 }))).toEqual([expected])
})

/** Makes text of what makes rows hard to divide. */
const anyText = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  parts: fc.array(fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('"', '""', '\n', 'DELIMITER') }, fc.constantFrom('a', ' ', '\u0000', '\uFEFF', '"\n', '\n\n'),
  ), { maxLength: 60 }),
  longest: fc.constantFrom(70, 1_000),
  cuts: fc.array(fc.nat(80), { maxLength: 5 }),
}).map(({ delimiter, parts, longest, cuts }) => {
  const text = parts.join('').replaceAll('DELIMITER', delimiter)
  const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((one, other) => one - other), text.length]
  return { delimiter, text, longest, pieces: at.slice(1).map((end, index) => text.slice(at[index], end)) }
})

describe('whatever the text and the pieces it comes in', () => {
  it('every line is in exactly one row, in order, and every character but quotes and separators is in a cell of it', () => {
    fc.assert(fc.property(anyText, ({ text, ...how }) => {
      const lines = text.replace(/\n$/, '').split('\n')
      const all = text === '' ? [] : lines
      const rows = rowsOf(text, how)
      expect(rows.flatMap(({ line, lastLine }) => Array.from({ length: lastLine - line + 1 }, (_, index) => line + index)))
        .toEqual(all.map((_, index) => index + 1))
      const bare = (some: string) => some.replaceAll(how.delimiter, '').replaceAll('"', '')
      for (const row of rows)
        expect(bare(row.cells.join(''))).toBe(bare(lines.slice(row.line - 1, row.lastLine).join('\n')))
      for (const row of rows.filter(isBlank))
        expect(lines.slice(row.line - 1, row.lastLine).join('').replaceAll(how.delimiter, '').replaceAll('"', '').trim()).toBe('')
    }), { numRuns: 5_000 })
  })

  it('what is written by the rules is read as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',', ';', '\t', ' '), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(table, fc.constantFrom(...delimiters), (cells, delimiter) => {
      const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join('\n')
      expect(rowsOf(quoted, { delimiter }).map((row) => row.cells)).toEqual(cells)
    }), { numRuns: 2_000 })
  })
})
