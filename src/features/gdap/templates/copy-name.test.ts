import { expect, it } from 'vitest'
import { freeName } from './copy-name.ts'

it.each([
  ['as it is when nobody has it', 'Night shift', [], 'Night shift'],
  ['numbered when somebody has, in whatever letters', 'Night shift', ['NIGHT SHIFT'], 'Night shift 2'],
  ['with the first number that is free', 'Night shift', ['Night shift', 'Night shift 2'], 'Night shift 3'],
  ['no longer than a name may be', 'x'.repeat(60), ['x'.repeat(50)], `${'x'.repeat(48)} 2`],
])('BR-102a a copy is named %s', (_what, name, taken, expected) =>
  expect(freeName(name, taken.map((each) => ({ name: each })))).toBe(expected))
