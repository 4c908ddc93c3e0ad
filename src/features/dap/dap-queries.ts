import { infiniteQueryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { GdapBulkAnswer } from '../../../domain/bulk-relationships/schemas.ts'
import type { DapCustomer, DapFacts, DapMoveRequest } from '../../../domain/dap/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { request } from '../../api/request.ts'

const dap = '/delegated-admin/dap'
const firstPage = 60
const laterPages = 200

type DapPage = Page<DapCustomer> & { facts: z.infer<typeof DapFacts> }

/** A customer's rights change with the customer, so the keys begin as those of customers do. */
export const dapQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['customers', 'dap'],
      queryFn: ({ pageParam, signal }) =>
        request<DapPage>(dap, { query: { cursor: pageParam, limit: pageParam === undefined ? firstPage : laterPages }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
}

/** An outcome for each customer. Dry, nothing is made; repeated, nothing is made twice: a request's name is unique. */
export const moveToGdap = (order: DapMoveRequest, signal: AbortSignal): Promise<GdapBulkAnswer> =>
  request(`${dap}/move`, { method: 'POST', body: order, signal })
