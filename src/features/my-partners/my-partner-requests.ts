import { queryOptions } from '@tanstack/react-query'
import type { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { request } from '../../api/request.ts'

/** The key begins with `customers`, since a change of the customer's line is what changes here. */
export const myPartnerQueries = {
  list: () =>
    queryOptions({
      queryKey: ['customers', 'my-partners'],
      queryFn: ({ signal }) => request<{ items: PartnerOfTenant[] }>('/my-partners', { signal }),
    }),
  agreement: () =>
    queryOptions({
      queryKey: ['customers', 'my-agreement'],
      queryFn: ({ signal }) => request<OwnAgreement>('/my-partners/agreement', { signal }),
    }),
}

type Decision = { partnerId: string }

const decide = (verb: 'remove' | 'grant') => async ({ partnerId }: Decision, idempotencyKey: string) => {
  await request<undefined>(`/my-partners/${partnerId}/${verb}-delegated-admin`, { method: 'POST', idempotencyKey })
  return true
}

export const removeAdminRights = decide('remove')
export const grantAdminRights = decide('grant')
