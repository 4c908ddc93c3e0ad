import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { action, reason, withWaysOut } from './guidance-answer.ts'
import { moveGuidance } from './move-guidance.ts'
import { hasEnded, saleOf } from './sale.ts'
import type { Guidance } from './schemas.ts'
import { buyAgainIn, sellersLimit } from './sellers-limit.ts'
import type { SubscriptionFacts } from './subscription.ts'
import { askOperator, supportGuidance } from './support-guidance.ts'

/**
 * Answers what a partner may do with one subscription of its customer, without repeats and only where a question arises. `now` is ISO UTC;
 * check the facts with `checkSubscriptionFacts` first.
 */
export function guidanceFor(facts: SubscriptionFacts, asker: AskerFacts, policy: CloudPolicy, now: string): Guidance {
  const sale = saleOf(facts, asker)
  const request = { facts, asker, policy, now, seller: facts.seller?.displayName ?? '' }
  const isTheirs = sale === 'own' || sale === 'through_provider'
  if (facts.billingType === 'usage' && !policy.usageBasedServices) return { answers: [usageNotInCloud(policy)] }
  if (isTheirs) return { answers: [hasEnded(facts) ? endedOwn(policy) : supportGuidance(sale, request)] }
  if (!policy.multiPartner) return { answers: [singlePartner(facts, policy)] }
  return withoutRepeats([...(hasEnded(facts) ? [] : [supportGuidance(sale, request)]), moveGuidance(sale, request)])
}

/** BR-12: the cloud's pages have no usage-based row. */
const usageNotInCloud = (policy: CloudPolicy) =>
  withWaysOut('no', [askOperator(policy)], {
    question: 'support',
    code: 'usage_not_in_cloud',
    because: [reason('usage_not_in_cloud', 'BR-12')],
  })

/** BR-06: the CSP seller is the customer's only partner until nothing of it runs any more. */
function singlePartner(facts: SubscriptionFacts, policy: CloudPolicy) {
  const params = { seller: facts.seller?.displayName ?? '' }
  const ask = askOperator(policy)
  const instead = facts.channel === 'csp' ? [action('become_the_partner', params), ask] : [ask]
  return withWaysOut('no', hasEnded(facts) ? instead : [action('leave_to_seller', params), ...instead], {
    question: 'support',
    code: 'single_partner',
    because: [reason('single_partner', 'BR-06')],
  })
}

const endedOwn = (policy: CloudPolicy) =>
  withWaysOut('over', [buyAgainIn(policy)], { question: 'support', code: 'ended_own', because: sellersLimit(policy) })

/** Keeps the first mention of ways out and reasons; steps stay whole, since they are in order. */
function withoutRepeats(answers: Guidance['answers']): Guidance {
  const said = new Set<string>()
  const isNew = ({ code }: { code: string }): boolean => {
    const isFirst = !said.has(code)
    said.add(code)
    return isFirst
  }
  return {
    answers: answers.map((answer) => {
      const because = answer.because.filter(isNew)
      return 'steps' in answer ? { ...answer, because } : { ...answer, because, waysOut: answer.waysOut.filter(isNew) }
    }),
  }
}
