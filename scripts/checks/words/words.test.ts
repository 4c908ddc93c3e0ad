import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { wordUses } from './word-uses.ts'
import { wordProblems } from './words.ts'

const room = mkdtempSync(join(tmpdir(), 'tessera-words-'))
afterAll(() => rmSync(room, { recursive: true }))

let files = 0

/** What the check finds in this code. */
function problemsOf(code: string, ids: readonly string[]): string[] {
  const file = join(room, `code-${++files}.ts`)
  writeFileSync(file, code)
  const program = ts.createProgram([file], { noLib: true, strict: true, noEmit: true })
  return wordProblems(ids, wordUses(program, [file], file))
}

const unused = (id: string) => `${id} is in the catalogues, and nothing says it.`

test('an id that is spelled out is used, any other is not', () => {
  expect(problemsOf("t('home.title')", ['home.title', 'home.text'])).toEqual([unused('home.text')])
})

test('an id in a comment is not used', () => {
  expect(problemsOf('// home.title', ['home.title'])).toEqual([unused('home.title')])
})

test('a template uses what its types allow and nothing else', () => {
  const code = "declare const state: 'open' | 'closed'; t(`home.state.${state}`)"
  expect(problemsOf(code, ['home.state.open', 'home.state.closed', 'home.state.lost'])).toEqual([unused('home.state.lost')])
})

test('a template sees through conditions, constants and other templates', () => {
  const code = "declare const n: number; const own = `home.${n > 1 ? 'many' : 'one'}`; t(`${own}.title`)"
  expect(problemsOf(code, ['home.many.title', 'home.one.title', 'home.none.title'])).toEqual([unused('home.none.title')])
})

test('an open hole is filled by what is spelled out somewhere', () => {
  const code = "declare const code: string; t(`refusal.${code}`); refused('state', 'invitation.lapsed')"
  expect(problemsOf(code, ['refusal.invitation.lapsed', 'refusal.invitation.gone'])).toEqual([unused('refusal.invitation.gone')])
})

test('a hole of a local function is filled by what the function is given', () => {
  const code = "const words = (id: string) => say(`mails.${id}`); declare const kind: 'a' | 'b'; words(`ask.${kind}`)"
  expect(problemsOf(code, ['mails.ask.a', 'mails.ask.c'])).toEqual([unused('mails.ask.c')])
})

test('a template that begins with a hole uses nothing', () => {
  expect(problemsOf("declare const own: string; t(`${own}.title`); t('home')", ['home.title'])).toEqual([unused('home.title')])
})

test('a code without its sentence is named, with the place', () => {
  const refused = "declare function refused(because: string, code: string): void; refused('state', 'invitation.lapsed')"
  expect(problemsOf(refused, ['problem.invitation.lapsed'])).toContain(':1: no catalogue has refusal.invitation.lapsed.')
  expect(problemsOf("\nconst facts = { code: 'request.stale' }", [])).toEqual([
    ':2: no catalogue has refusal.request.stale or problem.request.stale.',
  ])
})

test('a status without its title is named', () => {
  const problems = problemsOf("const facts = { status: 418, code: 'tea.pot' }", ['problem.tea.pot'])
  expect(problems).toContain(':1: no catalogue has problem.title.418.')
  expect(problemsOf('const plain = { status: 418 }', [])).toEqual([])
})

test('an id that no type checks is looked up', () => {
  const code = "declare function say(id: string): string; say('mails.greeting')"
  expect(problemsOf(code, [])).toEqual([':1: no catalogue has mails.greeting.'])
})
