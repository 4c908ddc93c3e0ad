import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostNames } from '../../e2e/hosts/world.ts'
import { buildWhenChanged, refuseDemoParts } from '../app-build.ts'
import { runChecks } from '../checks/run-checks.ts'
import { coverageReport, listOfOthers } from '../checks/rule-coverage.ts'
import { root, sourceFiles } from '../checks/files/source-files.ts'
import { requireChromium } from '../chromium.ts'
import { changedSince, journeysOf, serverTestsOf } from './changed-files.ts'
import type { Outcome } from './outcome.ts'
import { outcomesOfPlaywright } from './read-playwright.ts'
import { outcomesOfVitest } from './read-vitest.ts'
import { runCommand } from './run-command.ts'

const secondsSince = (start: number) => (performance.now() - start) / 1000

export async function checksPart(): Promise<Outcome[]> {
  const start = performance.now()
  const outcome = await runChecks((line) => console.log(line))
  return [{ kind: 'checks', ...outcome, seconds: secondsSince(start) }]
}

export async function unitPart(): Promise<Outcome[]> {
  const start = performance.now()
  const outcomes = await withReport(async (file) => {
    const command = `vitest run --project unit --project server --reporter=dot --reporter=json --outputFile.json="${file}"`
    const { code } = await runCommand(command, { show: true })
    const report = JSON.parse(await readFile(file, 'utf8')) as Parameters<typeof outcomesOfVitest>[0]
    const { line, uncovered, accounted } = coverageReport(report, sourceFiles())
    console.log(`\n${line}${uncovered.length > 0 ? `; no row, and no reason in ${listOfOthers}: ${uncovered.join(', ')}` : ''}`)
    return [
      ...outcomesOfVitest(report, root, code),
      { kind: 'rules accounted for', passed: accounted, failed: uncovered.length, seconds: 0 },
    ]
  }, 'vitest itself')
  return timed(outcomes, secondsSince(start))
}

/** What a change since a commit touches: its unit tests, the tests of its nouns at the server, and the journeys that it changed itself. */
export async function changedPart([commit = 'HEAD']: readonly string[]): Promise<Outcome[]> {
  const start = performance.now()
  const changed = changedSince(commit)
  const runs = [`--project unit --changed ${commit}`]
  const rooms = serverTestsOf(changed)
  if (rooms.length > 0) runs.push(`--project server --passWithNoTests ${rooms.join(' ')}`)
  const outcomes: Outcome[] = []
  for (const run of runs) outcomes.push(...(await withReport(async (file) => {
    const { code } = await runCommand(`vitest run ${run} --reporter=dot --reporter=json --outputFile.json="${file}"`, { show: true })
    return outcomesOfVitest(JSON.parse(await readFile(file, 'utf8')) as Parameters<typeof outcomesOfVitest>[0], root, code)
  }, 'vitest itself')))
  const ran = timed(outcomes.filter(({ passed, failed }) => passed + failed > 0), secondsSince(start))
  const journeys = journeysOf(changed)
  console.log(`\nJourneys run when their own file has changed${journeys.length > 0 ? '' : '; none has'}. All of them: npm test -- e2e`)
  return journeys.length > 0 ? [...ran, ...buildsPart(), ...(await journeysPart(journeys))] : ran
}

/** The database breaks under a running portal: each way once, or as often as the argument says. */
export async function faultsPart([rounds = '1']: readonly string[]): Promise<Outcome[]> {
  const start = performance.now()
  return withReport(async (file) => {
    const command = `vitest run --project faults --reporter=verbose --reporter=json --outputFile.json="${file}"`
    const { code } = await runCommand(command, { show: true, env: { FAULT_ROUNDS: rounds } })
    const report = JSON.parse(await readFile(file, 'utf8')) as Parameters<typeof outcomesOfVitest>[0]
    const outcomes = outcomesOfVitest(report, root, code).filter(({ passed, failed }) => passed + failed > 0)
    return timed(outcomes.map((outcome) => ({ ...outcome, kind: 'faults of the database' })), secondsSince(start))
  }, 'vitest itself')
}

/** Both builds, and that the normal one holds nothing of the demo. */
export function buildsPart(): Outcome[] {
  const start = performance.now()
  const steps = [() => buildWhenChanged('production'), () => buildWhenChanged('demo'), () => refuseDemoParts()]
  const failed = steps.filter((step) => !succeeds(step)).length
  return [{ kind: 'builds', passed: steps.length - failed, failed, seconds: secondsSince(start) }]
}

/** All journeys, or those of the files whose names are given. */
export async function journeysPart(files: readonly string[] = []): Promise<Outcome[]> {
  const start = performance.now()
  const outcomes = await withReport(async (file) => {
    const env = { CHROMIUM_PATH: requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file, NODE_NO_WARNINGS: '1' }
    const { code } = await runCommand(`playwright test ${files.join(' ')} --reporter=dot,json`, { show: true, env })
    const report = JSON.parse(await readFile(file, 'utf8')) as Parameters<typeof outcomesOfPlaywright>[0]
    const all = outcomesOfPlaywright(report, hostNames, code)
    const ran = all.filter(({ passed, failed }) => passed + failed > 0)
    // Of a few files no host need have any.
    return files.length > 0 && ran.length > 0 ? ran : all
  }, 'playwright itself')
  return timed(outcomes, secondsSince(start))
}

/** A runner that leaves no report has crashed, which is one failure. */
async function withReport(run: (file: string) => Promise<Outcome[]>, kind: string): Promise<Outcome[]> {
  const room = await mkdtemp(join(tmpdir(), 'tessera-report-'))
  try {
    return await run(join(room, 'report.json'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return [{ kind, passed: 0, failed: 1, seconds: 0 }]
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

function timed(outcomes: Outcome[], seconds: number): Outcome[] {
  return outcomes.map((outcome, index) => (index === 0 ? { ...outcome, seconds } : outcome))
}

function succeeds(step: () => void): boolean {
  try {
    step()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}
