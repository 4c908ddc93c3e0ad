import { expect, it } from 'vitest'
import { Address, Line, Lines } from './schemas.ts'

const gist = (result: { success: boolean; error?: { issues: { code: string; maximum?: unknown }[] } | undefined }) =>
  result.success ? 'taken' : result.error?.issues.map(({ code, maximum }) => `${code} ${String(maximum)}`).join()

it.each([
  ['a line of nothing but padding that cleaning takes away', Line(200), `a${' '.repeat(1_000)}b`, 'taken'],
  ['a line of absurd length', Line(200), '\u200b'.repeat(2_001), 'too_big 200'],
  ['a text of absurd length', Lines(2_000), '\u0315\u0300'.repeat(500_000), 'too_big 2000'],
  ['an address of absurd length', Address, `a@b.example${' '.repeat(1_000_000)}`, 'too_big 254'],
])('%s', (_what, schema, text, expected) => {
  const started = performance.now()
  expect(gist(schema.safeParse(text))).toBe(expected)
  expect(performance.now() - started).toBeLessThan(200)
})
