import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import { decidesForCustomer } from './admin-rights.ts'
import type { TenantClaim } from './schemas.ts'

/** BR-33, BR-48: the customer disputes the claim until it withdraws the dispute or accepts an invitation. */
export const canDisputeClaim = (actor: Actor, claim: Pick<TenantClaim, 'disputed'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor, 'claim.needs_global_admin'),
    () => (claim.disputed ? refused('state', 'claim.already_disputed', 'BR-48') : allowed),
  )

/** BR-33, BR-48: the customer withdraws its dispute; the claim stands as before. */
export const canWithdrawDispute = (actor: Actor, claim: Pick<TenantClaim, 'disputed'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor, 'claim.needs_global_admin'),
    () => (claim.disputed ? allowed : refused('state', 'claim.not_disputed', 'BR-48')),
  )
