import { expect, it } from 'vitest'
import { actor, told, yesterday } from '../../testing/facts.ts'
import type { Role } from '../../session/roles.ts'
import { canConfirmThere } from './receipt-rules.ts'
import type { Receipt } from '../schemas.ts'

it.each<[string, Role, Pick<Receipt, 'answer' | 'confirmedAt'>, string]>([
  ['BR-33 a Global admin, after a yes', 'global_admin', { answer: 'accepted', confirmedAt: null }, 'allowed'],
  ['BR-33 somebody else', 'user', { answer: 'accepted', confirmedAt: null }, 'receipt.needs_global_admin BR-33'],
  ['BR-34 after a no', 'global_admin', { answer: 'declined', confirmedAt: null }, 'receipt.nothing_to_confirm BR-34'],
  ['BR-34 once', 'global_admin', { answer: 'accepted', confirmedAt: yesterday }, 'repeated'],
])('%s', (_clause, role, receipt, expected) => {
  expect(told(canConfirmThere(actor('customer', role), receipt))).toBe(expected)
})
