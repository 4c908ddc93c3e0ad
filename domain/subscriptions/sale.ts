import type { AskerFacts } from './asker.ts'
import type { SubscriptionFacts } from './subscription.ts'

/**
 * Whose sale it is, from the asker's view. A CSP partner's sale outside the program counts as CSP, a syndication partner's never (BR-05);
 * the asker's sale before it was in CSP is `elsewhere` (BR-04).
 */
export type Sale = 'own' | 'through_provider' | 'of_partner' | 'of_syndication' | 'elsewhere'

export function saleOf({ channel, seller }: SubscriptionFacts, asker: AskerFacts): Sale {
  if (channel !== 'csp' && channel !== 'third_party') return 'elsewhere'
  if (channel === 'third_party' && seller?.isSyndication) return 'of_syndication'
  if (channel === 'third_party' && !seller?.inCsp) return 'elsewhere'
  if (seller?.organizationId === asker.organizationId) return 'own'
  const isProvider = asker.providerId !== null && seller?.organizationId === asker.providerId
  return isProvider ? 'through_provider' : 'of_partner'
}

/** A CSP subscription can change partner but not come into CSP. */
export const isInCsp = (sale: Sale): boolean => sale === 'own' || sale === 'through_provider' || sale === 'of_partner'

/** An ended subscription can only be bought again. */
export const hasEnded = ({ status }: Pick<SubscriptionFacts, 'status'>): boolean =>
  status === 'expired' || status === 'disabled' || status === 'deleted'
