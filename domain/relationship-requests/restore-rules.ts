import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { CustomerRecord } from '../customers/customer.ts'
import { canAskDap } from '../invitations/rules.ts'
import { canRelyOnCustomer } from '../relationships/basis.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'

/** Only a named customer can be asked for what it removed. */
export type RestoreDraft = { includeDap: boolean; tenantId: string | undefined }

/** BR-41, BR-42, BR-46: decides whether this cloud lets an invitation ask for DAP again. */
export const canAskRestore = (draft: RestoreDraft, policy: Pick<CloudPolicy, 'dapWithInvitation'>): Verdict =>
  firstRefusal(
    () => (canAskDap(policy).allowed ? allowed : refused('cloud', 'invitation.restore_unavailable', 'BR-42')),
    () => (draft.includeDap ? allowed : refused('state', 'invitation.restore_needs_admin', 'BR-46')),
    () => (draft.tenantId === undefined ? refused('state', 'invitation.restore_needs_tenant', 'BR-46') : allowed),
  )

/** BR-46: the customer is in the partner's own list, without DAP. */
export function canRestore(row: Pick<CustomerRecord, 'allowDelegatedAccess' | 'basis'> | undefined): Verdict {
  if (!row) return refused('state', 'invitation.restore_not_customer', 'BR-46')
  const confirmed = canRelyOnCustomer(row)
  if (!confirmed.allowed) return confirmed
  return row.allowDelegatedAccess ? refused('state', 'invitation.restore_admin_present', 'BR-46') : allowed
}

/** BR-46, BR-64: the relationship must still exist. */
export const canAcceptRestore = (hasRow: boolean): Verdict =>
  hasRow ? allowed : refused('state', 'acceptance.nothing_to_restore', 'BR-46')
