import { expect, it } from 'vitest'
import { applied, changesOf, marked } from './changes.ts'

const mutantsOf = (text: string) => changesOf('a.ts', text).map((change) => applied(text, change))

it.each<[string, string, string[]]>([
  ['a boundary and both sides of an and', 'const x = a < 1 && b', ['const x = a < 1 || b', 'const x = a <= 1 && b']],
  ['a condition, and what it guards', 'function f() { if (a) return 1 }', ['function f() { if (!(a)) return 1 }', 'function f() { ; }']],
  ['no guard that has an else', 'if (a) b; else c', ['if (!(a)) b; else c']],
  ['a deed in a function', 'function f() { void g() }', ['function f() { ; }']],
  ['a code, no sentence and no name', "f('lapsed', 'It is over.', y['key'])", ["f('mutant', 'It is over.', y['key'])"]],
  ['a filter and a quantifier', 'x.filter(f).some(g)', ['x.filter(f).every(g)', 'x.some(g)']],
  ['a sum, no joined text', "const x = [a + b, a + 'C.']", ['const x = []', "const x = [a - b, a + 'C.']"]],
  ['nothing of types, imports and mistakes', "import 'a'\ntype A = 'b'\nthrow new Error('c')", []],
  ['nothing that is told to developers or left out', "route({ summary: 'text' }, A.omit({ b: true }))", []],
])('%s', (_what, text, expected) => expect(mutantsOf(text)).toEqual(expected))

it('places that are reached say so, and do what they did', () => {
  const text = 'function f() { if (a) g(b < 1) }'
  const [, branch, , operator] = changesOf('a.ts', text)
  expect([branch?.kind, operator?.kind]).toEqual(['branch', 'operator'])
  expect(marked(text, [branch, operator].flatMap((change, id) => (change ? [{ ...change, id }] : [])).slice(1)))
    .toBe('function f() { if (a) g((globalThis.mutantReached?.(1), (b < 1))) }')
  expect(marked(text, branch ? [{ ...branch, id: 7 }] : []))
    .toBe('function f() { { globalThis.mutantReached?.(7); if (a) g(b < 1) } }')
})
