import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { type Action, action, type Reason, reason, withSteps, withWaysOut, yesAfter } from './guidance-answer.ts'
import { hasRights, permissionSteps } from './permission-steps.ts'
import type { Sale } from './sale.ts'
import type { GuidanceAnswer } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'

type Request = { facts: SubscriptionFacts; asker: AskerFacts; policy: CloudPolicy; seller: string }

const question = 'support'

/** Answers whether the asker may support a running subscription, where customers have several partners or the asker sells it. */
export function supportGuidance(sale: Sale, request: Request): GuidanceAnswer {
  if (sale === 'own') return own(request)
  if (sale === 'through_provider') return throughProvider(request)
  if (sale === 'of_syndication') return ofSyndication(request)
  if (request.facts.billingType === 'usage') return azureOfOthers(sale)
  return sale === 'of_partner' ? besidePartner(request) : boughtElsewhere(request)
}

/** Software consists of keys, which need no rights in the tenant (BR-71). */
const needsRights = ({ facts: { billingType, kind } }: Request): boolean => billingType === 'license' && kind !== 'software'

const missing = (request: Request): Action[] => (needsRights(request) ? permissionSteps(request.asker, request.policy) : [])

/** BR-92: GDAP reaches as far as its roles. */
const limits = ({ asker: { rights } }: Request): Reason[] => (rights.gdap && !rights.dap ? [reason('gdap_roles_limit', 'BR-92')] : [])

/** BR-43, BR-47, BR-71: the seller supports it; Azure that it provisioned needs no admin rights, users and licenses do. */
function own(request: Request): GuidanceAnswer {
  if (request.facts.billingType === 'usage')
    return yesAfter([], { question, code: 'own', because: [reason('own_azure_needs_no_rights', 'BR-43')] })
  const steps = missing(request)
  const why = steps.length > 0 ? [reason('relationship_opens_nothing', 'BR-71')] : needsRights(request) ? limits(request) : []
  return yesAfter(steps, { question, code: 'own', because: [reason('seller_supports', 'BR-47'), ...why] })
}

/** BR-28, BR-29, BR-44, BR-54b, BR-54g: a reseller supports what its provider sells to its customer; the provider orders. */
function throughProvider(request: Request): GuidanceAnswer {
  const { seller, policy, facts } = request
  const orders = reason('provider_orders', 'BR-54b', { seller })
  const reply = { question, code: 'through_provider', params: { seller } } as const
  if (facts.billingType === 'usage') {
    const opens = [reason('azure_opens_to_roles', 'BR-44'), reason('provider_opens_azure_requests', 'BR-54g', { seller })]
    return withSteps('after', [action('role_from_customer_or_seller', { seller })], { ...reply, because: [...opens, orders] })
  }
  const steps = missing(request)
  const given = needsRights(request) ? limits(request) : []
  const why = steps.length > 0 ? [reason('rights_from_customer', policy.ownershipRule, { seller })] : given
  return yesAfter(steps, { ...reply, because: [...why, orders] })
}

/** BR-15, BR-16, BR-18, BR-45: a second partner works beside the seller and changes nothing of its sale. */
function besidePartner(request: Request): GuidanceAnswer {
  const { seller, asker, policy } = request
  const rights = hasRights(asker) ? limits(request) : [reason('multi_partner_asks_rights', 'BR-16')]
  const keeps = reason('seller_keeps_sale', policy.requestGivesAdminOnly ? 'BR-45' : 'BR-18', { seller })
  return yesAfter(permissionSteps(asker, policy), {
    question,
    code: 'beside_partner',
    params: { seller },
    because: [reason('several_partners', 'BR-15'), ...rights, keeps],
  })
}

/** BR-05: multi-channel does not extend to what a syndication partner sold. */
const ofSyndication = ({ seller }: Request): GuidanceAnswer =>
  withWaysOut('no', [action('leave_to_seller', { seller })], {
    question,
    code: 'syndication',
    params: { seller },
    because: [reason('syndication_left_out', 'BR-05', { seller })],
  })

/** BR-14, BR-22, BR-43, BR-44: no right in the tenant opens Azure that another partner set up; a role in that Azure does. */
const azureOfOthers = (sale: Sale): GuidanceAnswer =>
  withWaysOut('no', [action('role_from_customer'), action(sale === 'of_partner' ? 'own_azure_beside' : 'new_azure_below')], {
    question,
    code: 'azure_of_others',
    because: [reason('azure_stays_closed', 'BR-44')],
  })

/**
 * BR-01 to BR-05, BR-07: multi-channel, with permission to manage; BR-101: the pages do not say which rights reach an Enterprise Agreement.
 */
function boughtElsewhere(request: Request): GuidanceAnswer {
  const { facts, asker, policy, seller } = request
  const isOwnAdvisorSale = facts.channel === 'advisor' && facts.seller?.organizationId === asker.organizationId
  if (!isOwnAdvisorSale && !policy.otherChannels.includes(facts.channel))
    return withWaysOut('not_documented', [askOperator(policy), action('leave_to_seller', { seller })], {
      question,
      code: 'support_not_documented',
      because: [reason('two_cases_in_cloud', policy.ownAdvisorRule)],
    })
  const covered = isOwnAdvisorSale ? [reason('you_were_advisor', policy.ownAdvisorRule)] : channelReasons(facts, policy)
  const reply = { question, code: 'elsewhere' } as const
  if (facts.channel === 'ea' && policy.granularAdmin === 'available' && !asker.rights.dap) {
    const relationship = permissionSteps(asker, policy).filter(({ code }) => code !== 'request_gdap' && code !== 'wait_for_gdap_approval')
    const because = [...covered, reason('ea_outside_gdap', 'BR-101')]
    return yesAfter([...relationship, action('clear_rights_for_ea')], { ...reply, because })
  }
  const steps = permissionSteps(asker, policy)
  const permission = steps.length > 0 ? [reason('permission_to_manage', 'BR-07')] : limits(request)
  return yesAfter(steps, { ...reply, because: [...covered, ...permission] })
}

const channelReasons = ({ channel }: SubscriptionFacts, { otherChannelRule }: CloudPolicy): Reason[] =>
  channel === 'third_party'
    ? [reason('seller_outside_csp', 'BR-05')]
    : [reason(otherChannelRule === 'BR-01' ? 'from_21vianet' : 'from_microsoft_or_programs', otherChannelRule)]

/** The operator is asked where the pages are silent. */
export const askOperator = ({ partnerSupport }: CloudPolicy): Action =>
  action(partnerSupport === '21vianet' ? 'ask_21vianet' : 'ask_microsoft')
