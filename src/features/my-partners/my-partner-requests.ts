import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { pagesOf, reading } from '../../api/reading.ts'

/** The key begins with `customers`, whose changes change this. */
export const myPartnerQueries = {
  list: () => reading(['customers', 'my-partners'], '/my-partners'),
  claims: () => pagesOf(['customers', 'claims'], '/my-partners/claims', 20),
  agreement: () => reading(['customers', 'my-agreement'], '/my-partners/agreement'),
}

type Verb = 'dispute' | 'withdraw-dispute' | 'remove-delegated-admin' | 'grant-delegated-admin'

const decide = (verb: Verb) => (path: { partnerId: string }, idempotencyKey: string) =>
  done(call(`POST /my-partners/{partnerId}/${verb}`, { path, idempotencyKey }))

export const disputeClaim = decide('dispute')
export const withdrawDispute = decide('withdraw-dispute')
export const removeAdminRights = decide('remove-delegated-admin')
export const grantAdminRights = decide('grant-delegated-admin')
