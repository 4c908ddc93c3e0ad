import { expect, test } from 'vitest'
import { switchedOffProblems } from './switched-off.ts'

test.each([
  ['a lint rule', '// oxlint-disable-next-line no-console'],
  ['a lint rule', '/* eslint-disable */'],
  ['the type check', '// @ts-ignore'],
  ['the type check', '// @ts-expect-error later'],
  ['the dead-code check', '/** @public */'],
  ['a test', "test.skip('later', () => {})"],
  ['a test', 'describe.only('],
])('switching off %s is refused: %s', (what, line) => {
  expect(switchedOffProblems([{ path: 'src/a.ts', text: `\n${line}\n` }])).toEqual([`src/a.ts:2 switches off ${what}.`])
})

test('a test may prove that a line does not compile', () => {
  expect(switchedOffProblems([{ path: 'src/a.test.ts', text: '// @ts-expect-error no scope\nlist()' }])).toEqual([])
})
