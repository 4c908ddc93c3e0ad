import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { CustomerRecord } from '../customers/customer.ts'
import { canAskDelegatedAdmin } from '../invitations/rules.ts'
import { canRelyOnCustomer } from '../relationships/basis.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'

/** What is asked, and whom; only a named customer can be asked for what it took away. */
export type RestoreDraft = { includeDap: boolean; tenantId: string | undefined }

/** BR-41, BR-42, BR-46: whether delegated admin can be asked anew by an invitation in this cloud, and in this form. */
export const canAskRestore = (draft: RestoreDraft, policy: Pick<CloudPolicy, 'delegatedAdminWithInvitation'>): Verdict =>
  firstRefusal(
    () => (canAskDelegatedAdmin(policy).allowed ? allowed : refused('cloud', 'invitation.restore_unavailable', 'BR-42')),
    () => (draft.includeDap ? allowed : refused('state', 'invitation.restore_needs_admin', 'BR-46')),
    () => (draft.tenantId === undefined ? refused('state', 'invitation.restore_needs_tenant', 'BR-46') : allowed),
  )

/** BR-46: the customer is in the partner's own list, and has taken delegated admin away or never given it. */
export function canRestore(line: Pick<CustomerRecord, 'allowDelegatedAccess' | 'basis'> | undefined): Verdict {
  if (!line) return refused('state', 'invitation.restore_not_customer', 'BR-46')
  const confirmed = canRelyOnCustomer(line)
  if (!confirmed.allowed) return confirmed
  return line.allowDelegatedAccess ? refused('state', 'invitation.restore_admin_present', 'BR-46') : allowed
}

/** BR-46, BR-64: whether there still is a relationship into which delegated admin can be given back. */
export const canAcceptRestore = (hasLine: boolean): Verdict =>
  hasLine ? allowed : refused('state', 'acceptance.nothing_to_restore', 'BR-46')
