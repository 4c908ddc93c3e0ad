import type { AskerFacts } from './asker.ts'
import type { SubscriptionFacts } from './subscription.ts'

/**
 * Whose sale it is, to the one who asks. A partner in CSP that sold outside the program counts as a CSP partner, and one of the syndication
 * program never does (BR-05); what the asker sold before it was in CSP is `elsewhere` (BR-04).
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

/** Whether somebody already sells it in CSP; it can then change partner, and cannot come into CSP. */
export const isInCsp = (sale: Sale): boolean => sale === 'own' || sale === 'through_provider' || sale === 'of_partner'

/** Whether it has run out or was cancelled: there is nothing left to support or to move, only to buy again. */
export const hasEnded = ({ status }: Pick<SubscriptionFacts, 'status'>): boolean =>
  status === 'expired' || status === 'disabled' || status === 'deleted'
