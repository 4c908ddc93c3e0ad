import { describe, expect, it } from 'vitest'
import { afterLook, proofEndsAt } from './proof.ts'

const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}T12:00:00.000Z`

describe('a proven domain that is looked up again', () => {
  it.each([
    ['stays proven while its record is there', null, 'found', { missingSince: null, ends: false }],
    ['is whole again when its record is back', day(1), 'found', { missingSince: null, ends: false }],
    ['is missed from the first look that finds nothing', null, 'missing', { missingSince: day(9), ends: false }],
    ['stays proven six days', day(3), 'missing', { missingSince: day(3), ends: false }],
    ['ends after seven', day(2), 'missing', { missingSince: day(2), ends: true }],
    ['neither ends nor is whole again while DNS is silent', day(1), 'unreachable', { missingSince: day(1), ends: false }],
    ['is not missed while DNS is silent', null, 'unreachable', { missingSince: null, ends: false }],
  ] as const)('%s', (_what, since, look, expected) => expect(afterLook(since, look, day(9))).toEqual(expected))

  it('says when it will end', () => expect(proofEndsAt(day(2))).toBe(day(9)))
})
