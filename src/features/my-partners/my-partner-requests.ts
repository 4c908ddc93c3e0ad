import type { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { PartnerOfTenant, TenantClaim } from '../../../domain/relationships/schemas.ts'
import { done } from '../../api/done.ts'
import { pagesOf, reading } from '../../api/reading.ts'

/** The key begins with `customers`, whose changes change this. */
export const myPartnerQueries = {
  list: () => reading<{ items: PartnerOfTenant[] }>(['customers', 'my-partners'], '/my-partners'),
  claims: () => pagesOf<Page<TenantClaim>>(['customers', 'claims'], '/my-partners/claims', 20),
  agreement: () => reading<OwnAgreement>(['customers', 'my-agreement'], '/my-partners/agreement'),
}

const decide = (verb: string) => ({ partnerId }: { partnerId: string }, idempotencyKey: string) =>
  done(`/my-partners/${partnerId}/${verb}`, { method: 'POST', idempotencyKey })

export const disputeClaim = decide('dispute')
export const withdrawDispute = decide('withdraw-dispute')
export const removeAdminRights = decide('remove-delegated-admin')
export const grantAdminRights = decide('grant-delegated-admin')
