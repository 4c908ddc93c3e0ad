import { queryOptions } from '@tanstack/react-query'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { request } from '../../../api/request.ts'

const mostOffered = 8
const mostPartnershipPages = 10

const isNotFound = (error: unknown) => isProblem(error) && error.problem.status === 404

/** A customer of the list by its tenant, null when the list has none. */
export async function findCustomer(tenantId: string, signal?: AbortSignal): Promise<Customer | null> {
  try {
    return await request<Customer>(`/customers/${encodeURIComponent(tenantId)}`, { signal })
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

/** A few customers whose name, earlier name, domain or tenant id has the text in it. The server searches: a list may be very long. */
export const searchCustomers = async (search: string, signal?: AbortSignal): Promise<Customer[]> =>
  (await request<Page<Customer>>('/customers', { query: { search, limit: mostOffered, sort: 'companyName' }, signal })).items

export const customerChoice = {
  search: (text: string) =>
    queryOptions({
      queryKey: ['customers', 'choice', text],
      queryFn: ({ signal }) => searchCustomers(text, signal),
    }),
  one: (tenantId: string) =>
    queryOptions({ queryKey: ['customers', 'in-list', tenantId], queryFn: ({ signal }) => findCustomer(tenantId, signal) }),
  /** The partnerships in which the organisation is the provider, up to 2,000. */
  resellers: (ownId: string) =>
    queryOptions({
      queryKey: ['partnerships', 'resellers', ownId],
      queryFn: async ({ signal }) => {
        const all: Partnership[] = []
        let cursor: string | null = null
        for (let page = 0; page < mostPartnershipPages; page++) {
          const { items, nextCursor }: Page<Partnership> = await request('/partnerships', { query: { cursor, limit: 200 }, signal })
          all.push(...items)
          cursor = nextCursor
          if (cursor === null) break
        }
        return all.filter(({ provider }) => provider.id === ownId)
      },
    }),
}
