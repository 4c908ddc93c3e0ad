import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { answer, step } from './guidance-answer.ts'
import type { GuidanceStep } from './guidance-answer.ts'
import { moveUsageByHand } from './move-usage-by-hand.ts'
import type { Guidance } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'

/** Days after the end within which buying again keeps the data (BR-55). */
const graceDays = 30

/** "Can it move to me?" Sources 7 and 13, BR-06, BR-08, BR-11 to BR-13, BR-55 to BR-59. */
export function switchGuidance(facts: SubscriptionFacts, asker: AskerFacts, policy: CloudPolicy, now: string): Guidance {
  if (facts.billingType === 'usage' && !policy.usageBasedServices) return answer('unsupported_in_cloud', 'BR-12')
  if (!policy.multiPartner) return answer('no', 'BR-06')
  if (facts.channel === 'csp' && facts.seller?.organizationId === asker.organizationId)
    return answer('no', 'BR-59', [], [step('already_yours')])
  if (facts.billingType === 'license') return switchLicense(facts, policy, now)
  if (policy.usageWithoutPath.includes(facts.channel)) return answer('no', 'BR-09', moveUsageByHand, [step('csp_service_coverage')])
  if (!facts.seller?.inCsp) return answer('not_documented', 'BR-09', moveUsageByHand, [step('csp_service_coverage')])
  return answer('yes', 'BR-11', transferSteps(asker, policy), [step('access_rights_stay'), step('no_admin_on_behalf_of')])
}

function switchLicense(facts: SubscriptionFacts, policy: CloudPolicy, now: string): Guidance {
  if (policy.licenseSwitchRule !== 'BR-08') return answer('not_documented', policy.licenseSwitchRule, [], [step('request_moves_nothing')])
  const deadline = facts.commitmentEndDate && addDays(facts.commitmentEndDate, graceDays)
  if (facts.status === 'expired' && deadline) {
    const rebuy = step('rebuy_within_grace', { deadlineDays: graceDays, deadline })
    return now <= deadline
      ? answer('yes', 'BR-55', [rebuy])
      : answer('yes', 'BR-55', [step('buy_again')], [step('data_may_be_lost', { deadline })])
  }
  const wait = facts.commitmentEndDate
    ? step('wait_until_term_end', { date: facts.commitmentEndDate })
    : step('wait_until_term_end_unknown')
  const closed = facts.cancellationAllowedUntilDate
  return answer(
    'no',
    'BR-08',
    [wait, step('turn_auto_renew_off'), step('cancel_then_rebuy'), step('rebuy_within_days', { deadlineDays: graceDays })],
    closed !== null && closed < now ? [step('cancellation_window_closed', { date: closed })] : [],
  )
}

const transferSteps = (asker: AskerFacts, policy: CloudPolicy): GuidanceStep[] => [
  ...(policy.customerAgreement ? [step('customer_agreement_with_future_partner')] : []),
  asker.billedByMicrosoft ? step('future_partner_requests_transfer') : step('provider_requests_transfer'),
  step('current_partner_accepts_transfer'),
]

const addDays = (iso: string, days: number): string => new Date(Date.parse(iso) + days * 86_400_000).toISOString()
