import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../testing/run-command.ts'
import { catalogueProblems, messageIds } from './words/catalogues.ts'
import { cloudComparisonProblems } from './cloud-comparisons.ts'
import { fileNameProblems } from './files/file-names.ts'
import { fileSizeProblems } from './files/file-size.ts'
import { glossaryProblems } from './words/glossary.ts'
import { type LockFile, lockFileProblems, type Manifest } from './files/lock-file.ts'
import { ownClockProblems } from './own-clock.ts'
import { ruleHomeProblems } from './rule-coverage.ts'
import { root, type SourceFile, sourceFiles } from './files/source-files.ts'
import { statementProblems } from './statements.ts'
import { styleProblems } from './style-uses.ts'
import { switchedOffProblems } from './switched-off.ts'
import { advisoryProblems, askForAdvisories } from '../supply/advisories.ts'
import type { Exception } from '../supply/exceptions.ts'
import { licenceProblems } from '../supply/licences.ts'
import { writeApiTypes } from '../write-api-types.ts'
import { translationTraps } from './words/translation-traps.ts'
import { bareTextProblems, secureContextProblems, wordUsesOfProduct } from './words/word-program.ts'
import { wordProblems } from './words/words.ts'

type Found = readonly string[] | { unasked: string }
type Check = { name: string; problems: (files: readonly SourceFile[]) => Found | Promise<Found> }

const checks: readonly Check[] = [
  { name: 'lint', problems: () => tool('lint') },
  { name: 'types', problems: () => tool('types') },
  { name: 'arrows', problems: () => tool('arrows') },
  { name: 'dead code', problems: () => tool('dead-code') },
  { name: 'sizes', problems: fileSizeProblems },
  { name: 'names', problems: (files) => fileNameProblems(files.map((file) => file.path)) },
  { name: 'lock file', problems: () => lockFileProblems(read<LockFile>('package-lock.json'), read<Manifest>('package.json')) },
  { name: 'licences', problems: () => licenceProblems(read('package-lock.json'), exceptions().licences, new Date()) },
  {
    name: 'known vulnerabilities',
    problems: async () => advisoryProblems(await askForAdvisories(root), exceptions().advisories, new Date()),
  },
  { name: 'clouds', problems: cloudComparisonProblems },
  { name: 'one clock', problems: ownClockProblems },
  { name: 'rules have a home', problems: ruleHomeProblems },
  { name: 'statements have a proof', problems: statementProblems },
  { name: 'styles are drawn', problems: styleProblems },
  { name: 'nothing switched off', problems: switchedOffProblems },
  { name: 'no bare texts', problems: bareTextProblems },
  { name: 'works in any browser', problems: secureContextProblems },
  { name: 'catalogues', problems: catalogueProblems },
  { name: 'translation traps', problems: translationTraps },
  { name: 'glossary', problems: glossaryProblems },
  { name: 'words', problems: (files) => wordProblems(messageIds(files), wordUsesOfProduct(files)) },
]

/** Runs all checks at once and reports in order. A check that throws has failed; one that could not ask has neither passed nor failed. */
export async function runChecks(say: (line: string) => void): Promise<{ passed: number; failed: number; unasked: string[] }> {
  await writeApiTypes()
  const files = sourceFiles()
  const running = checks.map(async ({ problems }) => problems(files))
  const settled = await Promise.allSettled(running)
  const outcome = { passed: 0, failed: 0, unasked: [] as string[] }
  for (const [index, { name }] of checks.entries()) {
    const result = settled[index]
    const found = result?.status === 'fulfilled' ? result.value : [String(result?.reason)]
    if ('unasked' in found) {
      outcome.unasked.push(`${name}: ${found.unasked}`)
      say(`? ${name}: ${found.unasked}`)
    } else {
      outcome[found.length === 0 ? 'passed' : 'failed'] += 1
      say(found.length === 0 ? `✓ ${name}` : `✗ ${name}\n${found.map((problem) => `    ${problem}`).join('\n')}`)
    }
  }
  return outcome
}

/** Returns a script's complaints by line; a silent failure is a complaint too. */
async function tool(script: string): Promise<readonly string[]> {
  const { scripts } = read<{ scripts: Record<string, string> }>('package.json')
  const { code, output } = await runCommand(scripts[script] ?? `echo package.json has no script ${script}; false`)
  if (code === 0) return []
  return output ? output.split('\n').filter((line) => line.trim()) : [`${script} ended with code ${code} and said nothing.`]
}

const read = <Content>(name: string): Content => JSON.parse(readFileSync(join(root, name), 'utf8')) as Content

const exceptions = () => read<{ licences: Exception[]; advisories: Exception[] }>('scripts/supply/exceptions.json')
