import { expect, test } from 'vitest'
import { sourceFiles } from './files/source-files.ts'
import { statementProblems } from './statements.ts'

const real = sourceFiles()
const changed = (change: (text: string) => string) =>
  real.map((file) => (file.path === 'docs/sources.md' ? { ...file, text: change(file.text) } : file))

test('every statement has its line, its row and its screen', () => {
  expect(statementProblems(real)).toEqual([])
})

test('a statement without a line, a rule, a row or a screen is named', () => {
  const lines = (number: number, by: (cells: string[]) => string[]) => (text: string) =>
    text
      .split('\n')
      .map((line) => (line.startsWith(`| ${number} |`) ? by(line.split('|')).join('|') : line))
      .join('\n')
  const without = (number: number, cell: number) => lines(number, (cells) => cells.map((text, index) => (index === cell ? ' ' : text)))
  expect(statementProblems(changed(lines(7, () => [''])))).toEqual(['docs/sources.md: statement 7 has not one line.'])
  expect(statementProblems(changed(without(7, 4)))).toEqual(['docs/sources.md: statement 7 names no rule.'])
  expect(statementProblems(changed(without(7, 6)))).toEqual(['docs/sources.md: statement 7 names no screen.'])
  const unknown = changed((text) => text.replace(/(?<=guidance-to-me.test.ts`: ).* owner without rights/, 'nobody sells it'))
  expect(statementProblems(unknown)).toEqual([
    'docs/sources.md: statement 7: there is no row `domain/subscriptions/guidance-to-me.test.ts`: nobody sells it.',
  ])
})
