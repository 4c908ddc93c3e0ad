import { execFile } from 'node:child_process'
import { type Exception, unaccepted } from './exceptions.ts'
import { npmCall } from './npm.ts'

type Advisory = { name: string; title: string; severity: string; url: string }
type Report = { auditReportVersion?: number; message?: string; vulnerabilities?: Record<string, { via: (string | Advisory)[] }> }

/** Asks the registry that npm is set to; not every one answers, nor is every machine online. The limit of time is npm's own. */
export const askForAdvisories = (root: string): Promise<string> =>
  new Promise((resolve) => {
    const [command, args, options] = npmCall(['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'])
    execFile(command, args, { ...options, cwd: root, maxBuffer: 32 << 20 }, (_error, stdout) => resolve(stdout))
  })

/** Every advisory counts, however mild, unless an exception names it. Without an answer nothing is known, which is neither good nor bad. */
export function advisoryProblems(answer: string, exceptions: readonly Exception[], today: Date): string[] | { unasked: string } {
  const report = readReport(answer)
  if (!report?.auditReportVersion) return { unasked: `the registry did not answer npm audit (${reasonOf(report)})` }
  const advisories = Object.values(report.vulnerabilities ?? {}).flatMap(({ via }) => via).filter((cause) => typeof cause !== 'string')
  const findings = advisories.map(({ name, title, severity, url }) =>
    ({ of: url.slice(url.lastIndexOf('/') + 1), found: name, says: `${name}: ${title} (${severity}), ${url}` }))
  return unaccepted(findings, exceptions, today)
}

function readReport(answer: string): Report | undefined {
  try {
    return JSON.parse(answer) as Report
  } catch {
    return undefined
  }
}

/** npm names the address, which is of no interest here. */
const reasonOf = (report: Report | undefined) => report?.message?.split(' - ')[0] ?? 'no answer'
