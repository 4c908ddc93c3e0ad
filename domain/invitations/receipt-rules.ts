import { hasAnyRole, type Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { Receipt } from './schemas.ts'

/**
 * BR-33, BR-34: a yes here is not the confirmation in the customer's admin center. A Global admin may record, once, that it was given
 * there too; it stays what the customer says.
 */
export const canConfirmThere = (actor: Actor, { answer, confirmedAt }: Pick<Receipt, 'answer' | 'confirmedAt'>): Verdict =>
  firstRefusal(
    () => (answer === 'accepted' ? allowed : refused('state', 'receipt.nothing_to_confirm', 'BR-34')),
    () => (confirmedAt === null ? allowed : refused('state', 'receipt.already_confirmed', 'BR-34')),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'receipt.needs_global_admin', 'BR-33')),
  )
