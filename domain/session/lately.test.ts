import { expect, it } from 'vitest'
import { isSignedInLately } from './lately.ts'

const now = new Date('2026-03-02T12:00:00.000Z')

it.each([
  ['just now', '2026-03-02T12:00:00.000Z', true],
  ['15 minutes ago', '2026-03-02T11:45:00.000Z', true],
  ['a moment longer ago', '2026-03-02T11:44:59.999Z', false],
  ['nobody says when', null, false],
])('a sign-in of %s is of lately: %s', (_when, at, expected) => expect(isSignedInLately(at, now)).toBe(expected))
