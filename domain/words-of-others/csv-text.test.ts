import { expect, it } from 'vitest'
import { csvOf } from './csv-text.ts'

const firstCell = (value: string | number) => csvOf(['a', 'b'], [[value, 'end']]).split('\r\n').at(1)

it.each([
  ['plain text', 'plain', 'plain,end'],
  ['a comma', 'a, b', '"a, b",end'],
  ['a quotation mark', 'the "best"', '"the ""best""",end'],
  ['a number, also below zero', -3, '-3,end'],
  ['a formula', '=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")",end`],
  ['a formula after a blank', ' =1+1', `"' =1+1",end`],
  ['a sign that starts a formula', '@SUM(A1)', `"'@SUM(A1)",end`],
  ['a formula in full width', '＝1＋1', `"'＝1＋1",end`],
  ['a sign in full width', '＠SUM(A1)', `"'＠SUM(A1)",end`],
  ['a tab', '\tx', ' x,end'],
    ['a formula behind a sign that nobody sees', '\u200b\u202e=1', `"'=1",end`],
])('%s', (_name, value, expected) => {
  expect(firstCell(value)).toBe(expected)
})

it('keeps a line break inside its cell', () => {
  expect(csvOf(['a'], [['one\ntwo']])).toBe('\uFEFFa\r\n"one\ntwo"\r\n')
})

it('begins with a byte order mark, so that names in every script are read as they are', () => {
  expect(csvOf(['a'], []).charCodeAt(0)).toBe(0xfeff)
})
