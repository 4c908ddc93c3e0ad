import type { JsonTestResults } from 'vitest/reporters'
import type { Outcome } from './outcome.ts'

type VitestReport = Pick<JsonTestResults, 'testResults'>

const kinds = [
  ['rules', /^domain\//],
  ['store, PGlite and PostgreSQL', /^server\/store\//],
  ['API, PostgreSQL', /^server\/app\//],
  ['process', /^server\/node\//],
  ['browser units', /^(?:src|mocks)\//],
  ['tools', /^(?:scripts|bench)\//],
] as const

/** Counts vitest's JSON report by kind; paths begin with `root`. Whatever did not pass failed, skipped tests and unloadable files too. */
export function outcomesOfVitest(report: VitestReport, root: string, exitCode: number): Outcome[] {
  const outcomes = kinds.map(([kind, path]) => {
    const files = report.testResults.filter((file) => path.test(file.name.slice(root.length)))
    const tests = files.flatMap((file) => file.assertionResults)
    const passed = tests.filter((test) => test.status === 'passed').length
    const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status === 'passed'))
    return { kind, passed, failed: tests.length - passed + broken.length, seconds: 0 }
  })
  const crashed = exitCode !== 0 && outcomes.every((outcome) => outcome.failed === 0)
  return crashed ? [...outcomes, { kind: 'vitest itself', passed: 0, failed: 1, seconds: 0 }] : outcomes
}
