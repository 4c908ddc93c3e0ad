import type { SourceFile } from './files/source-files.ts'
import { rulesNamed } from './rule-coverage.ts'

const table = 'docs/sources.md'
const statements = 28

/** Every statement of the source pages has a row with a rule, an existing test and a screen. */
export function statementProblems(files: readonly SourceFile[]): string[] {
  const lines = (files.find(({ path }) => path === table)?.text ?? '').split('\n').flatMap((line) => {
    const [, number, , , rules = '', proof = '', screen = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), rules, proof, screen }] : []
  })
  const all = Array.from({ length: statements }, (_, index) => index + 1)
  return [
    ...all
      .filter((number) => lines.filter((line) => line.number === number).length !== 1)
      .map((number) => `${table}: statement ${number} has not one line.`),
    ...lines.filter(({ rules }) => rulesNamed(rules).length === 0).map(({ number }) => `${table}: statement ${number} names no rule.`),
    ...lines.filter(({ screen }) => screen.length < 5).map(({ number }) => `${table}: statement ${number} names no screen.`),
    ...lines
      .filter(({ proof }) => !isRow(proof, files))
      .map(({ number, proof }) => `${table}: statement ${number}: there is no row ${proof}.`),
  ]
}

/** Tells whether a test file holds a test of this name: `` `file`: name ``. */
function isRow(proof: string, files: readonly SourceFile[]): boolean {
  const [, path, name = ''] = /^`([^`]+\.test\.ts)`: (.+)$/.exec(proof) ?? []
  const file = files.find((each) => each.path === path)
  return ["'", '"', '`'].some((quote) => file?.text.includes(`${quote}${name}${quote}`) ?? false)
}
