import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { PartnerOfTenant, TenantClaim } from '../../../domain/relationships/schemas.ts'
import { request } from '../../api/request.ts'

/** The key begins with `customers`, since a change of the customer's line is what changes here. */
export const myPartnerQueries = {
  list: () =>
    queryOptions({
      queryKey: ['customers', 'my-partners'],
      queryFn: ({ signal }) => request<{ items: PartnerOfTenant[] }>('/my-partners', { signal }),
    }),
  claims: () =>
    infiniteQueryOptions({
      queryKey: ['customers', 'claims'],
      queryFn: ({ pageParam, signal }) =>
        request<Page<TenantClaim>>('/my-partners/claims', { query: { cursor: pageParam, limit: 20 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
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

const sayOfClaim = (verb: 'dispute' | 'withdraw-dispute') => async ({ partnerId }: Decision, idempotencyKey: string) => {
  await request<undefined>(`/my-partners/${partnerId}/${verb}`, { method: 'POST', idempotencyKey })
  return true
}

export const disputeClaim = sayOfClaim('dispute')
export const withdrawDispute = sayOfClaim('withdraw-dispute')

export const removeAdminRights = decide('remove')
export const grantAdminRights = decide('grant')
