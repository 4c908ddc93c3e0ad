import { queryOptions } from '@tanstack/react-query'
import type { Customer } from '../../../../../domain/customers/schemas.ts'
import type { Page } from '../../../../../domain/page.ts'
import type { Partnership } from '../../../../../domain/partnerships/schemas.ts'
import { isNotFound } from '../../../../api/problem-error.ts'
import { request } from '../../../../api/request.ts'
import { allPartnerships } from '../../../../api/shared-readings.ts'

const mostOffered = 8

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
  /** The partnerships in which the organisation is the provider. */
  resellers: (ownId: string) => ({
    ...allPartnerships(), select: (all: Partnership[]) => all.filter(({ provider }) => provider.id === ownId),
  }),
}
