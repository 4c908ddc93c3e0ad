import type { Locale } from '../../../domain/session/locales.ts'
import type { Guidance } from '../../../domain/subscriptions/schemas.ts'
import { reading } from '../../api/reading.ts'

/** `locale`, since a refusal of contradictory facts comes in the language of the screen. */
export const guidanceOf = (tenantId: string, subscriptionId: string, locale: Locale) => ({
  ...reading<Guidance>(
    ['customers', 'guidance', tenantId, subscriptionId, locale],
    `/customers/${encodeURIComponent(tenantId)}/subscriptions/${subscriptionId}/guidance`,
  ),
  retry: false,
})
