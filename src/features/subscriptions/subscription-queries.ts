import { queryOptions } from '@tanstack/react-query'
import type { Guidance, Subscription } from '../../../domain/subscriptions/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { request } from '../../api/request.ts'

const of = (tenantId: string) => `/customers/${encodeURIComponent(tenantId)}/subscriptions`

export const subscriptionQueries = {
  list: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'subscriptions', tenantId],
      queryFn: ({ signal }) => request<{ items: Subscription[] }>(of(tenantId), { signal }),
    }),
  /** `locale`, since a refusal of contradictory facts comes in the language of the screen. */
  guidance: (tenantId: string, subscriptionId: string, locale: Locale) =>
    queryOptions({
      queryKey: ['customers', 'guidance', tenantId, subscriptionId, locale],
      queryFn: ({ signal }) => request<Guidance>(`${of(tenantId)}/${subscriptionId}/guidance`, { signal }),
      retry: false,
    }),
}
