import { expect, test } from 'vitest'
import { rules } from '../../domain/rules/rules.ts'
import { coverageReport, listOfOthers, ruleCoverage, ruleHomeProblems, rulesNamed } from './rule-coverage.ts'
import { sourceFiles } from './files/source-files.ts'

const ids = rules.map(({ id }) => id)
const all = `/** ${ids.join(', ')} */\nexport const decide = 1`
const domain = (text: string) => ({ path: 'domain/a/rules.ts', text })
const others = (text: string) => ({ path: listOfOthers, text })

test('every rule of the product has a home, or a reason', () => {
  expect(ruleHomeProblems(sourceFiles())).toEqual([])
})

test('a rule that no function names is missed; a comment, a test or a field is no home', () => {
  const missed = ['BR-26: no doc sentence in domain/ names it, and docs/rules-not-implemented.md does not say why.']
  const without = all.replace('BR-26, ', '')
  expect(ruleHomeProblems([domain(without)])).toEqual(missed)
  expect(ruleHomeProblems([domain(`${without}\n// BR-26`)])).toEqual(missed)
  expect(ruleHomeProblems([domain(without), { path: 'domain/a/rules.test.ts', text: all }])).toEqual(missed)
  expect(ruleHomeProblems([domain(`${without}\ntype A = {\n  /** BR-26 */\n  a: string\n}`)])).toEqual(missed)
  expect(ruleHomeProblems([domain(`${without}\n/**\n * Says BR-26.\n */\nexport function b() {}`)])).toEqual([])
})

test('a rule may be listed instead, once, with a reason', () => {
  const without = domain(all.replace('BR-26, ', ''))
  const row = '| BR-26 | Waits for the issue that it belongs to. |'
  expect(ruleHomeProblems([without, others(row)])).toEqual([])
  expect(ruleHomeProblems([without, others('| BR-26 | later |')])).toEqual([`${listOfOthers}: BR-26 has no reason.`])
  expect(ruleHomeProblems([without, others(`${row}\n${row}`)])).toEqual([`${listOfOthers}: BR-26 stands there twice.`])
  expect(ruleHomeProblems([domain(all), others('| BR-999 | Waits for the issue that it belongs to. |')])).toEqual([
    `${listOfOthers}: BR-999 is no rule of the catalogue.`,
  ])
})

test('a text names rules one by one and from to', () => {
  expect(rulesNamed('BR-54c to BR-54e, and BR-01')).toEqual(['BR-54c', 'BR-54d', 'BR-54e', 'BR-01'])
})

const row = (title: string, status = 'passed', ...ancestorTitles: string[]) => ({ title, status, ancestorTitles })
const report = (...rows: ReturnType<typeof row>[]) => ({ testResults: [{ name: 'a.test.ts', assertionResults: rows }] })

test('rows that begin with a rule cover it; the same row on two engines counts once', () => {
  const { rows, covered } = ruleCoverage(
    report(
      row('BR-26 an indirect reseller'),
      row('BR-17, BR-18: nothing moves'),
      row('a row of a table', 'passed', 'on PGlite', 'BR-37 the link'),
      row('BR-47: again', 'passed', 'PGlite'),
      row('BR-47: again', 'passed', 'PostgreSQL'),
      row('what BR-01 says'),
      row('BR-02 failed', 'failed'),
      row('BR-999 is none'),
    ),
  )
  expect([rows, [...covered].toSorted()]).toEqual([4, ['BR-17', 'BR-18', 'BR-26', 'BR-37', 'BR-47']])
})

test('npm test says how many rows cover how many rules, and which rule none', () => {
  const rest = ids.filter((id) => id !== 'BR-26' && id !== 'BR-30').map((id) => row(`${id} something`))
  expect(coverageReport(report(...rest), [others('| BR-30 | Waits for the issue that it belongs to. |')])).toEqual({
    line: `${ids.length - 2} decision-table rows cover ${ids.length - 2} of ${ids.length} rules`,
    uncovered: ['BR-26'],
    accounted: ids.length - 1,
  })
})
