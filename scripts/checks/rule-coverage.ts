import { rules } from '../../domain/rules/rules.ts'
import { isTest, type SourceFile } from './files/source-files.ts'

/** Where rules are listed that are not implemented, or not yet, each with the reason. */
export const listOfOthers = 'docs/rules-not-implemented.md'

const ids = rules.map(({ id }): string => id)

/**
 * Every rule is named by the doc sentence of something in domain/ that decides it, or stands in the list of those that are not
 * implemented with a reason; nothing stands there that does not belong there.
 */
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

/** The catalogue only names rules, and what is made for tests decides nothing. */
const isRuleFile = (path: string): boolean => !isTest(path) && !path.startsWith('domain/rules/') && !path.endsWith('/testing.ts')

/** The rules of the list, with their reasons: rows `| BR-30 | reason |`. */
const notImplemented = (files: readonly SourceFile[]): { id: string; reason: string }[] =>
  [...(files.find(({ path }) => path === listOfOthers)?.text ?? '').matchAll(/^\| (BR-\d+[a-g]?) \|(.*)\|$/gm)].map(
    ([, id = '', reason = '']) => ({
      id,
      reason: reason.replaceAll('|', ' ').trim(),
    }),
  )

/** Doc sentences that stand directly before a function, or a constant that functions and screens read. */
const rulesInDocs = (text: string): string[] =>
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?(?:const|function) /g)].flatMap(([, doc = '']) => rulesNamed(doc))

/** The rules that a text names; `BR-55 to BR-59` names all in between. */
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
 * How many rows of decision tables passed, and which rules they cover: a row's name, or its table's, begins with the rules it is about.
 * A row that ran on two engines counts once.
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

/** What `npm test` says of the rules, and those that no row covers although they are not listed as not implemented. */
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
