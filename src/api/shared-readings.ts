import { queryOptions } from '@tanstack/react-query'
import { firstOf, reading } from './reading.ts'

const most = 2_000

/** Every partnership of the organisation, up to 2,000. */
export const allPartnerships = () =>
  queryOptions({
    queryKey: ['partnerships', 'all'],
    queryFn: async ({ signal }) => (await firstOf('/partnerships', most, {}, signal)).items,
  })

/** What a customer bought; of it a removal's blockers are made, one each. */
export const subscriptionsOf = (id: string) =>
  reading(['customers', 'subscriptions', id], '/customers/{id}/subscriptions', { path: { id } })
