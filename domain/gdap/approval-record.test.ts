import { expect, it } from 'vitest'
import { approvalDetails, approvedIn } from './approval-record.ts'
import { forCustomer, globalAdmin, reader } from './testing.ts'

const kept = approvalDetails('Tailspin Toys', forCustomer({ roles: [reader, globalAdmin], duration: 'P90D' }))
const yes = { action: 'gdap.approved', details: kept }
const removed = { action: 'gdap.global_administrator_removed', details: {} }

it.each([
  ['what was said yes to', [{ action: 'gdap.finalised', details: {} }, yes], { roles: [reader, globalAdmin], duration: 'P90D' }],
  ['the same after Global administrator is gone', [yes, removed], { roles: [reader, globalAdmin], duration: 'P90D' }],
  ['nothing of a yes that kept the number of roles alone', [{ ...yes, details: { customer: 'Tailspin Toys', roles: 2 } }], undefined],
  ['nothing without a yes', [removed], undefined],
])('P9 the record holds %s', (_what, events, approved) => expect(approvedIn(events)).toEqual(approved))

it('says in short whose yes it was and to how many roles', () => expect(kept).toMatchObject({ customer: 'Tailspin Toys', roles: 2 }))
