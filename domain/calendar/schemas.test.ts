import { expect, it } from 'vitest'
import { Day } from './schemas.ts'

it.each([
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['9998-12-31', true],
  ['9999-01-01', false],
  ['2026-3-1', false],
])('%s is a day that can be reckoned with: %s', (day, isTaken) => expect(Day.safeParse(day).success).toBe(isTaken))
