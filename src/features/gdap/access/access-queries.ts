import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import { call } from '../../../api/call.ts'
import { reading } from '../../../api/reading.ts'
import { findCustomer } from '../request/customer/customer-queries.ts'

export type CustomerChoice = { tenantId: string; name: string; domain?: string }

/** So many of each kind are offered at a time; more are found by typing more. */
const offered = 20

const ofList = ({ id, companyProfile: { companyName, domain } }: Customer): CustomerChoice => ({ tenantId: id, name: companyName, domain })

const ofRelationships = ({ items }: Page<GdapRelationshipOnWire>): CustomerChoice[] =>
  items.flatMap(({ customer }) => (customer ? [{ tenantId: customer.tenantId, name: customer.displayName }] : []))

const each = (choices: readonly CustomerChoice[]): CustomerChoice[] => [
  ...new Map(choices.toReversed().map((choice) => [choice.tenantId, choice])).values(),
].toReversed()

const relationshipsOf = (query: { search?: string; customer?: string }, limit: number, signal: AbortSignal) =>
  call('GET /delegated-admin/relationships', { query: { ...query, limit }, signal })

export const accessQueries = {
  /** Those in the list and those with granular rights alone, who are in no list (BR-101). */
  customers: (search: string) =>
    queryOptions({
      queryKey: ['customers', 'for-access', search],
      queryFn: async ({ signal }) => {
        const [list, relationships] = await Promise.all([
          call('GET /customers', { query: { search, limit: offered, sort: 'companyName' }, signal }),
          relationshipsOf({ search }, offered, signal),
        ])
        return each([...list.items.map(ofList), ...ofRelationships(relationships)])
      },
      placeholderData: keepPreviousData,
    }),
  /** One that an address names; null when the partner has nothing to do with it. */
  customer: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'for-access-one', tenantId],
      queryFn: async ({ signal }): Promise<CustomerChoice | null> => {
        const listed = await findCustomer(tenantId, signal)
        return listed ? ofList(listed) : (ofRelationships(await relationshipsOf({ customer: tenantId }, 1, signal))[0] ?? null)
      },
    }),
  path: (groupId: string, customerTenantId: string) =>
    reading(['delegated-admin', 'access', groupId, customerTenantId], '/delegated-admin/access', {
      query: { groupId, customerTenantId },
    }),
}
