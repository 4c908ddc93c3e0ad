import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { allowed, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { Subscription } from './schemas.ts'

export type SubscriptionRecord = Omit<Subscription, 'etag'> & { version: number }

export type SubscriptionFacts = Omit<Subscription, 'etag'>

/** Refuses contradictory facts. `knowsPartner`: the partner of record, if any, is a known partner. */
export function checkSubscriptionFacts(facts: SubscriptionFacts, policy: CloudPolicy, knowsPartner: boolean): Verdict {
  if (facts.seller === null) return refused('state', 'subscription.no_seller', 'BR-01')
  if (facts.partnerId !== null && !knowsPartner)
    return refused('state', 'subscription.partner_of_record_unknown', 'BR-20', { params: { partnerId: facts.partnerId } })
  if (facts.channel === 'csp' && !facts.seller.inCsp) return refused('state', 'subscription.seller_not_in_csp', 'BR-05')
  if (!policy.channels.includes(facts.channel)) return refused('cloud', 'subscription.channel_not_in_cloud', 'BR-03')
  if (facts.billingType === 'usage' && facts.channel === 'csp' && !policy.usageBasedServices)
    return refused('cloud', 'subscription.usage_not_in_cloud', 'BR-12')
  if (facts.commitmentEndDate !== null && facts.commitmentEndDate < facts.effectiveStartDate)
    return refused('state', 'subscription.ends_before_start', 'BR-19')
  return allowed
}
