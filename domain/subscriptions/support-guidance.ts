import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { answer, step } from './guidance-answer.ts'
import type { GuidanceStep } from './guidance-answer.ts'
import { moveUsageByHand } from './move-usage-by-hand.ts'
import type { Guidance } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'

/** What is still missing before the partner may manage: a relationship (BR-07), then admin rights (BR-16). */
const permissionSteps = (asker: AskerFacts): GuidanceStep[] => [
  ...(asker.hasRelationship ? [] : [step('request_relationship')]),
  ...(asker.hasAdminRights ? [] : [step('ask_delegated_admin')]),
]

/** "May I support what the customer bought elsewhere?" Sources 2–6, 9 and 14, BR-01 to BR-07, BR-12, BR-15. */
export function supportGuidance(facts: SubscriptionFacts, asker: AskerFacts, policy: CloudPolicy): Guidance {
  if (facts.billingType === 'usage' && !policy.usageBasedServices) return answer('unsupported_in_cloud', 'BR-12')
  const own = facts.seller?.organizationId === asker.organizationId
  if (facts.channel === 'csp') {
    if (own) return answer('no', 'BR-43', [], [step('already_yours')])
    if (!policy.multiPartner) return answer('no', 'BR-06')
    return answer('no', 'BR-15', permissionSteps(asker), [step('multi_partner_instead')])
  }
  if (!policy.multiPartner) return answer('no', 'BR-06')
  const applies = multiChannelRule(facts, own, policy)
  if (applies.applies !== 'yes') return applies
  if (facts.billingType === 'usage')
    return { ...applies, steps: moveUsageByHand, warnings: [step('existing_azure_stays_closed'), step('csp_service_coverage')] }
  return { ...applies, steps: permissionSteps(asker) }
}

function multiChannelRule(facts: SubscriptionFacts, own: boolean, policy: CloudPolicy): Guidance {
  if (facts.channel === 'advisor' && own) return answer('yes', policy.ownAdvisorRule)
  if (facts.channel === 'third_party' && policy.otherChannels.includes('third_party')) {
    if (facts.seller?.isSyndication) return answer('no', 'BR-05', [], [step('seller_is_syndication_partner')])
    if (facts.seller?.inCsp) return answer('no', 'BR-05', [], [step('multi_partner_instead')])
    return answer('yes', 'BR-05')
  }
  if (policy.otherChannels.includes(facts.channel)) return answer('yes', policy.otherChannelRule)
  return answer('not_documented', facts.channel === 'advisor' ? policy.ownAdvisorRule : policy.otherChannelRule)
}
