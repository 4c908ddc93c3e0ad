import { expect, test } from 'vitest'
import { outcomesOfPlaywright } from './read-playwright.ts'

type Suites = Parameters<typeof outcomesOfPlaywright>[0]['suites']

/** The used parts of a report. */
const suites = (...tests: { projectName: string; status: string }[]) =>
  [{ specs: [], suites: [{ specs: [{ tests }] }] }] as unknown as Suites

test('journeys are counted by host, nested suites included', () => {
  const tests = [{ projectName: 'a', status: 'expected' }, { projectName: 'b', status: 'unexpected' }]
  const report = { errors: [], suites: suites(...tests) }
  expect(outcomesOfPlaywright(report, ['a', 'b'], 1).map(({ passed, failed }) => [passed, failed])).toEqual([[1, 0], [0, 1]])
})

test.each(['skipped', 'flaky'])('a %s journey did not pass', (status) => {
  const [outcome] = outcomesOfPlaywright({ errors: [], suites: suites({ projectName: 'a', status }) }, ['a'], 0)
  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
})

test('an error outside of tests counts', () => {
  const outcomes = outcomesOfPlaywright({ errors: [{}], suites: suites({ projectName: 'a', status: 'expected' }) }, ['a'], 1)
  expect(outcomes.at(-1)).toMatchObject({ kind: 'playwright itself', failed: 1 })
})
