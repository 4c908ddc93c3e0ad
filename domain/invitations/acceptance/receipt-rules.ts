import { decide, type Decision, isTakenIn } from '../../answers/decision.ts'
import { hasAnyRole, type Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused } from '../../verdict.ts'
import type { Receipt } from '../schemas.ts'

/**
 * BR-33, BR-34: an acceptance here is no confirmation in the customer's admin center. A Global admin may record that once; nobody verifies
 * it.
 */
export const canConfirmThere = (actor: Actor, { answer, confirmedAt }: Pick<Receipt, 'answer' | 'confirmedAt'>): Decision =>
  decide('confirmed', confirmedAt === null ? [] : ['confirmed'], () =>
    firstRefusal(
      () => (isTakenIn('confirmed', answer) ? allowed : refused('state', 'receipt.nothing_to_confirm', 'BR-34')),
      () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'receipt.needs_global_admin', 'BR-33')),
    ),
  )
