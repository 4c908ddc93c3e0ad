import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import type { Outcome } from './outcome.ts'

type PlaywrightReport = { suites: Pick<JSONReportSuite, 'suites' | 'specs'>[]; errors: readonly unknown[] } & Partial<JSONReport>

/** Counts Playwright's JSON report by host. Only what passed at its first try passed; errors outside of tests count too. */
export function outcomesOfPlaywright(report: PlaywrightReport, hosts: readonly string[], exitCode: number): Outcome[] {
  const tests = report.suites.flatMap(testsOf)
  const outcomes = hosts.map((host) => {
    const here = tests.filter((test) => test.projectName === host)
    const passed = here.filter((test) => test.status === 'expected').length
    return { kind: `journeys, ${host}`, passed, failed: here.length - passed, seconds: 0 }
  })
  const crashed = report.errors.length > 0 || (exitCode !== 0 && outcomes.every((outcome) => outcome.failed === 0))
  return crashed ? [...outcomes, { kind: 'playwright itself', passed: 0, failed: Math.max(1, report.errors.length), seconds: 0 }] : outcomes
}

type Suite = PlaywrightReport['suites'][number]

const testsOf = (suite: Suite): { projectName: string; status: string }[] => [
  ...suite.specs.flatMap((spec) => spec.tests),
  ...(suite.suites ?? []).flatMap(testsOf),
]
