import { queryOptions } from '@tanstack/react-query'
import type { Page } from '../../domain/page.ts'
import type { Partnership } from '../../domain/partnerships/schemas.ts'
import type { Subscription } from '../../domain/subscriptions/schemas.ts'
import { firstOf, reading } from './reading.ts'

const most = 2_000

/** The organisation's first partnerships, as many as one answer holds. */
export const firstPartnerships = () => reading<Page<Partnership>>(['partnerships', 'first'], '/partnerships', { limit: 200 })

/** Every partnership of the organisation, up to 2,000. */
export const allPartnerships = () =>
  queryOptions({
    queryKey: ['partnerships', 'all'],
    queryFn: async ({ signal }) => (await firstOf<Partnership>('/partnerships', most, {}, signal)).items,
  })

/** What a customer bought; of it a removal's blockers are made, one each. */
export const subscriptionsOf = (tenantId: string) =>
  reading<{ items: Subscription[] }>(['customers', 'subscriptions', tenantId], `/customers/${encodeURIComponent(tenantId)}/subscriptions`)
