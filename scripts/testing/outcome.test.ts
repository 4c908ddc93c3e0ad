import { expect, test } from 'vitest'
import { reportOf } from './outcome.ts'

const lastLine = (text: string) => text.split('\n').at(-1)

test('the last line sums every kind', () => {
  const { text, ok } = reportOf([
    { kind: 'checks', passed: 9, failed: 0, seconds: 1 },
    { kind: 'rules', passed: 30, failed: 0, seconds: 0 },
  ])
  expect(lastLine(text)).toBe('39 passed, 0 failed')
  expect(ok).toBe(true)
})

test('one failure makes the whole fail', () => {
  const { text, ok } = reportOf([{ kind: 'checks', passed: 9, failed: 1, seconds: 1 }])
  expect(lastLine(text)).toBe('9 passed, 1 failed')
  expect(ok).toBe(false)
})

test('a kind of which nothing ran counts as failed', () => {
  const { text, ok } = reportOf([
    { kind: 'checks', passed: 9, failed: 0, seconds: 1 },
    { kind: 'journeys', passed: 0, failed: 0, seconds: 1 },
  ])
  expect(lastLine(text)).toBe('9 passed, 1 failed')
  expect(ok).toBe(false)
})

test('nothing at all is not a success', () => {
  expect(reportOf([]).ok).toBe(false)
})
