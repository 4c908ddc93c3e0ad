import { expect, it } from 'vitest'
import { verdictLines } from './verdict-lines.ts'

const named = { tenantId: 'tenant', displayName: 'Contoso' }
const report = { organizationId: 'o', verified: 7, prunedUpTo: 0, hash: 'abc', unchained: 2 }

it('says how much holds, and where the chain ends', () => {
  expect(verdictLines(named, report)).toEqual([
    'holds   Contoso (tenant): 7 entries, 2 not chained yet', '        last hash abc at number 7',
  ])
  expect(verdictLines(named, { ...report, prunedUpTo: 100 })).toEqual([
    'holds   Contoso (tenant): 7 entries, from number 101 on, after what retention has deleted, 2 not chained yet',
    '        last hash abc at number 107',
  ])
})

it('names the first row that does not fit', () => {
  const broken = { what: 'row_missing', seq: 8, eventId: 'event' } as const
  expect(verdictLines(named, { ...report, broken })).toEqual([
    'BROKEN  Contoso (tenant) at number 8, entry event: the row is missing: somebody deleted it',
    '        7 before it hold, 2 not chained yet',
  ])
})
