import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { action, type Action, type Reason, reason, withSteps, withWaysOut } from './guidance-answer.ts'
import { hasEnded, isInCsp, type Sale } from './sale.ts'
import type { GuidanceAnswer } from './schemas.ts'
import { buyAgainIn, sellersLimit } from './sellers-limit.ts'
import type { SubscriptionFacts } from './subscription.ts'
import { askOperator } from './support-guidance.ts'

type Request = { facts: SubscriptionFacts; asker: AskerFacts; policy: CloudPolicy; seller: string; now: string }
type Question = 'to_me' | 'into_csp'

/** Buying again within this many days after the end keeps the data (BR-55). */
const graceDays = 30

/** Answers whether another partner's CSP subscription can move to the asker, or another one can come into CSP; nothing moves by itself. */
export function moveGuidance(sale: Sale, request: Request): GuidanceAnswer {
  const question = isInCsp(sale) ? 'to_me' : 'into_csp'
  const { facts, policy } = request
  if (hasEnded(facts)) return buyAgain(question, request)
  if (facts.billingType === 'license' && policy.licenseSwitchRule !== 'BR-08') return licenseNotDocumented(question, policy)
  if (facts.kind !== 'subscription')
    return withWaysOut('not_documented', [askOperator(policy)], {
      question,
      code: 'kind_not_documented',
      because: [reason('pages_name_subscriptions', facts.billingType === 'usage' ? 'BR-11' : 'BR-08')],
    })
  if (facts.billingType === 'license') return license(question, request)
  return question === 'to_me' ? transfer(request) : byHand(request)
}

/** BR-15, BR-23, BR-55: an ended subscription is bought again; a license-based one keeps its data for a while. */
function buyAgain(question: Question, { facts, asker, policy, now }: Request): GuidanceAnswer {
  const because = [reason('several_partners', 'BR-15'), ...sellersLimit(policy)]
  const again = buyAgainIn(policy)
  const buy = (step: Action, data: readonly Reason[]) =>
    withSteps('after', [step], { question, code: 'ended', because: [...because, ...data, ...throughProvider(asker)] })
  const isRebuy = facts.kind === 'subscription' && facts.billingType === 'license' && policy.licenseSwitchRule === 'BR-08'
  if (!isRebuy) return buy(again, [])
  const ended = facts.commitmentEndDate !== null && facts.commitmentEndDate <= now ? facts.commitmentEndDate : null
  if (facts.status !== 'expired' || ended === null) return buy(again, [keepsData])
  const date = addDays(ended, graceDays)
  return now <= date
    ? buy(action('rebuy_within_grace', { date }), [keepsData])
    : buy(again, [reason('data_may_be_lost', 'BR-55', { date })])
}

/** BR-08, BR-55, BR-58, BR-63: a running license waits for its end or is cancelled, unless the cancellation window has closed. */
function license(question: Question, { facts, asker, now, seller }: Request): GuidanceAnswer {
  const { commitmentEndDate: end, cancellationAllowedUntilDate: until } = facts
  const wait = end !== null && end > now ? action('wait_until_term_end', { date: end }) : action('wait_until_term_end_unknown', { seller })
  const isClosed = until !== null && until < now
  const cancel = until === null ? action('cancel_then_rebuy') : action('cancel_by_then_rebuy', { date: until })
  return withWaysOut('no', isClosed ? [wait] : [wait, cancel], {
    question,
    code: 'while_it_runs',
    because: [
      reason('runs_to_its_end', 'BR-08'),
      ...(isClosed ? [reason('cancellation_window_closed', 'BR-63', { date: until })] : []),
      keepsData,
      ...throughProvider(asker),
    ],
  })
}

/** BR-13, BR-15, BR-23: no page documents it; the next purchase may be from another partner, within each service's limit. */
const licenseNotDocumented = (question: Question, policy: CloudPolicy): GuidanceAnswer =>
  withWaysOut('not_documented', [action('sell_what_comes_next'), askOperator(policy)], {
    question,
    code: 'move_not_documented',
    because: [reason('request_moves_nothing', policy.licenseSwitchRule), ...sellersLimit(policy)],
  })

/** BR-11, BR-31, BR-56, BR-57, BR-59: the future partner asks, the present one accepts, and access stays. */
function transfer({ asker, policy, seller }: Request): GuidanceAnswer {
  const { billedByMicrosoft, hasRelationship } = asker
  const steps: Action[] = [
    ...(hasRelationship ? [] : [action(billedByMicrosoft ? 'send_invitation' : 'forward_invitation')]),
    ...(policy.customerAgreement ? [action(billedByMicrosoft ? 'agreement_with_you' : 'agreement_with_provider')] : []),
    action(billedByMicrosoft ? 'you_request_transfer' : 'provider_requests_transfer'),
    action('seller_accepts_transfer', { seller }),
  ]
  const billed = billedByMicrosoft ? [] : [reason('billed_partners_transfer', 'BR-59')]
  const because = [reason('azure_changes_partner', 'BR-11'), ...billed, reason('transfer_gives_no_access', 'BR-57')]
  return withSteps('after', steps, { question: 'to_me', code: 'transfer', params: { seller }, because })
}

/** BR-09, BR-10, BR-14: the page's three steps, whether it rules a path out or names none. */
const byHand = ({ facts, policy }: Request): GuidanceAnswer =>
  withSteps(
    'by_hand',
    [
      action('create_azure_subscription_in_csp'),
      action('move_data_and_settings_by_hand'),
      action('customer_cancels_services_or_subscription'),
    ],
    {
      question: 'into_csp',
      code: 'by_hand',
      because: [
        reason(policy.usageWithoutPath.includes(facts.channel) ? 'no_path' : 'path_not_named', 'BR-09'),
        reason('may_coexist', 'BR-14'),
        reason('csp_service_coverage', 'BR-10'),
      ],
    },
  )

const keepsData = reason('data_kept_days', 'BR-55', { days: graceDays })

/** BR-54b: an indirect reseller places no order itself. */
const throughProvider = ({ billedByMicrosoft }: AskerFacts): Reason[] =>
  billedByMicrosoft ? [] : [reason('you_buy_through_provider', 'BR-54b')]

const addDays = (iso: string, days: number): string => new Date(Date.parse(iso) + days * 86_400_000).toISOString()
