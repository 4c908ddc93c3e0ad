import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import { decidesForCustomer } from './admin-rights.ts'
import type { TenantClaim } from './schemas.ts'

/** BR-33, BR-48: the customer says that it is none of this partner's; said until the customer takes it back, or a yes does. */
export const canDisputeClaim = (actor: Actor, claim: Pick<TenantClaim, 'disputed'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor, 'claim.needs_global_admin'),
    () => (claim.disputed ? refused('state', 'claim.already_disputed', 'BR-48') : allowed),
  )

/** BR-33, BR-48: the customer takes back what it said against the claim, which stands as before and counts for no more than it did. */
export const canWithdrawDispute = (actor: Actor, claim: Pick<TenantClaim, 'disputed'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor, 'claim.needs_global_admin'),
    () => (claim.disputed ? allowed : refused('state', 'claim.not_disputed', 'BR-48')),
  )
