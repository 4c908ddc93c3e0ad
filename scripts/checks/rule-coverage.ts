import { rules } from '../../domain/rules/rules.ts'
import { isTest, type SourceFile } from './files/source-files.ts'

/** Lists the rules that are not implemented, with reasons. */
export const listOfOthers = 'docs/rules-not-implemented.md'

const ids = rules.map(({ id }): string => id)

/** A doc comment in domain/ names every rule that it decides; the list of unimplemented rules holds exactly the others, with reasons. */
export function ruleHomeProblems(files: readonly SourceFile[]): string[] {
  const homes = new Set(
    files.filter(({ path }) => /^domain\/.*\.ts$/.test(path) && isRuleFile(path)).flatMap(({ text }) => rulesInDocs(text)),
  )
  const others = notImplemented(files)
  const twice = others.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index)
  return [
    ...ids
      .filter((id) => !homes.has(id) && !others.some((other) => other.id === id))
      .map((id) => `${id}: no doc sentence in domain/ names it, and ${listOfOthers} does not say why.`),
    ...others.filter(({ id }) => !ids.includes(id)).map(({ id }) => `${listOfOthers}: ${id} is no rule of the catalogue.`),
    ...others.filter(({ reason }) => reason.length < 20).map(({ id }) => `${listOfOthers}: ${id} has no reason.`),
    ...twice.map((id) => `${listOfOthers}: ${id} stands there twice.`),
  ]
}

/** The catalogue only names rules, and test helpers decide nothing. */
const isRuleFile = (path: string): boolean => !isTest(path) && !path.startsWith('domain/rules/') && !path.endsWith('/testing.ts')

/** Reads the list's rows `| BR-30 | reason |`. */
const notImplemented = (files: readonly SourceFile[]): { id: string; reason: string }[] =>
  [...(files.find(({ path }) => path === listOfOthers)?.text ?? '').matchAll(/^\| (BR-\d+[a-g]?) \|(.*)\|$/gm)].map(
    ([, id = '', reason = '']) => ({
      id,
      reason: reason.replaceAll('|', ' ').trim(),
    }),
  )

/** Finds doc comments directly before a function or an exported constant. */
const rulesInDocs = (text: string): string[] =>
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?(?:const|function) /g)].flatMap(([, doc = '']) => rulesNamed(doc))

/** Finds the rules that a text names; `BR-55 to BR-59` names all in between. */
export function rulesNamed(text: string): string[] {
  const ranges = [...text.matchAll(/(BR-\d+[a-g]?) to (BR-\d+[a-g]?)/g)].flatMap(([, from = '', to = '']) =>
    ids.slice(ids.indexOf(from), ids.indexOf(to) + 1),
  )
  return [...new Set([...ranges, ...[...text.matchAll(/BR-\d+[a-g]?/g)].map(([id]) => id)])]
}

type Report = {
  testResults: readonly {
    name: string
    assertionResults: readonly { status: string; title: string; ancestorTitles: readonly string[] }[]
  }[]
}

/**
 * Counts passed rows of decision tables and the rules they cover: the name of a row or its table begins with its rules. A row on two
 * engines counts once.
 */
export function ruleCoverage(report: Report): { rows: number; covered: Set<string> } {
  const rows = new Map<string, readonly string[]>()
  for (const { name, assertionResults } of report.testResults)
    for (const { status, title, ancestorTitles } of assertionResults) {
      const named = [title, ...ancestorTitles].flatMap(rulesAtTheBeginning).filter((id) => ids.includes(id))
      if (status === 'passed' && named.length > 0) rows.set(`${name} ${title}`, named)
    }
  return { rows: rows.size, covered: new Set([...rows.values()].flat()) }
}

const rulesAtTheBeginning = (title: string): string[] => rulesNamed(/^(?:BR-\d+[a-g]?(?:, | to |: | |$))+/.exec(title)?.[0] ?? '')

/** Reports the coverage of rules, and the rules without a row that are not listed as unimplemented. */
export function coverageReport(report: Report, files: readonly SourceFile[]): { line: string; uncovered: string[]; accounted: number } {
  const { rows, covered } = ruleCoverage(report)
  const listed = notImplemented(files).map(({ id }) => id)
  const uncovered = ids.filter((id) => !covered.has(id) && !listed.includes(id))
  return {
    line: `${rows} decision-table rows cover ${covered.size} of ${ids.length} rules`,
    uncovered,
    accounted: ids.length - uncovered.length,
  }
}
