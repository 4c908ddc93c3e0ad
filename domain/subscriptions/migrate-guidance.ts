import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { answer, step } from './guidance-answer.ts'
import { moveUsageByHand } from './move-usage-by-hand.ts'
import type { Guidance } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'
import { switchGuidance } from './switch-guidance.ts'

/** "Can it come into CSP?" Sources 7 and 10–12, BR-08 to BR-10, BR-12 to BR-14; what is in CSP already is a switch. */
export function migrateGuidance(facts: SubscriptionFacts, asker: AskerFacts, policy: CloudPolicy, now: string): Guidance {
  if (facts.billingType === 'usage' && !policy.usageBasedServices) return answer('unsupported_in_cloud', 'BR-12')
  if (facts.billingType === 'license' || facts.channel === 'csp') return switchGuidance(facts, asker, policy, now)
  const warnings = [step('csp_service_coverage'), step('may_coexist')]
  return policy.usageWithoutPath.includes(facts.channel)
    ? answer('no', 'BR-09', moveUsageByHand, warnings)
    : answer('not_documented', 'BR-09', moveUsageByHand, warnings)
}
