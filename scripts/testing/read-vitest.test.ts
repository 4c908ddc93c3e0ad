import { expect, test } from 'vitest'
import { outcomesOfVitest } from './read-vitest.ts'

const assertion = (status: 'passed' | 'failed' | 'skipped') => ({
  status, ancestorTitles: [], fullName: '', title: '', meta: {}, failureMessages: [], tags: [],
})
const file = (name: string, ...statuses: ('passed' | 'failed' | 'skipped')[]) => ({
  name, message: '', startTime: 0, endTime: 0,
  status: statuses.every((status) => status === 'passed') && statuses.length > 0 ? 'passed' as const : 'failed' as const,
  assertionResults: statuses.map(assertion),
})
const root = '/home/src/'
const failed = (outcomes: { failed: number }[]) => outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)

test('tests are counted by the room they are in', () => {
  const testResults = [file('/home/src/domain/a.test.ts', 'passed', 'passed'), file('/home/src/server/store/b.test.ts', 'passed')]
  const outcomes = outcomesOfVitest({ testResults }, root, 0)
  expect(outcomes.map((outcome) => outcome.passed)).toEqual([2, 1, 0, 0, 0, 0])
  expect(failed(outcomes)).toBe(0)
})

test('a skipped test is not a passed one', () => {
  expect(failed(outcomesOfVitest({ testResults: [file('/home/src/domain/a.test.ts', 'passed', 'skipped', 'failed')] }, root, 1))).toBe(2)
})

test('a file that did not load counts', () => {
  expect(failed(outcomesOfVitest({ testResults: [file('/home/src/src/a.test.ts')] }, root, 1))).toBe(1)
})

test('a run that ended badly although every test passed counts', () => {
  expect(failed(outcomesOfVitest({ testResults: [file('/home/src/src/a.test.ts', 'passed')] }, root, 1))).toBe(1)
})
