import { decide, type Decision, isTakenIn } from '../../answers/decision.ts'
import { hasAnyRole, type Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused } from '../../verdict.ts'
import type { Receipt } from '../schemas.ts'

/**
 * BR-33, BR-34: a yes here is not the confirmation in the customer's admin center. A Global admin may record, once, that it was given
 * there too; it stays what the customer says.
 */
export const canConfirmThere = (actor: Actor, { answer, confirmedAt }: Pick<Receipt, 'answer' | 'confirmedAt'>): Decision =>
  decide('confirmed', confirmedAt === null ? [] : ['confirmed'], () =>
    firstRefusal(
      () => (isTakenIn('confirmed', answer) ? allowed : refused('state', 'receipt.nothing_to_confirm', 'BR-34')),
      () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'receipt.needs_global_admin', 'BR-33')),
    ),
  )
