import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { type Action, action, type Reason, reason, withSteps, withWaysOut, yesAfter } from './guidance-answer.ts'
import { hasRights, permissionSteps } from './permission-steps.ts'
import type { Sale } from './sale.ts'
import type { GuidanceAnswer } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'

type Asked = { facts: SubscriptionFacts; asker: AskerFacts; policy: CloudPolicy; seller: string }

const question = 'support'

/** "May I support it?" of a subscription that runs, in a cloud that has several partners for a customer or for what the asker sells. */
export function supportGuidance(sale: Sale, asked: Asked): GuidanceAnswer {
  if (sale === 'own') return own(asked)
  if (sale === 'through_provider') return throughProvider(asked)
  if (sale === 'of_syndication') return ofSyndication(asked)
  if (asked.facts.billingType === 'usage') return azureOfOthers(sale)
  return sale === 'of_partner' ? besidePartner(asked) : boughtElsewhere(asked)
}

/** Software is keys, which need no rights in the tenant (BR-71). */
const needsRights = ({ facts: { billingType, kind } }: Asked): boolean => billingType === 'license' && kind !== 'software'

const missing = (asked: Asked): Action[] => (needsRights(asked) ? permissionSteps(asked.asker, asked.policy) : [])

/** BR-92: granular rights reach as far as their roles. */
const limits = ({ asker: { rights } }: Asked): Reason[] => (rights.gdap && !rights.dap ? [reason('gdap_roles_limit', 'BR-92')] : [])

/** BR-43, BR-47, BR-71: who sells it supports it; Azure that it provisions itself needs no admin rights, users and licenses do. */
function own(asked: Asked): GuidanceAnswer {
  if (asked.facts.billingType === 'usage')
    return yesAfter([], { question, code: 'own', because: [reason('own_azure_needs_no_rights', 'BR-43')] })
  const steps = missing(asked)
  const why = steps.length > 0 ? [reason('relationship_opens_nothing', 'BR-71')] : needsRights(asked) ? limits(asked) : []
  return yesAfter(steps, { question, code: 'own', because: [reason('seller_supports', 'BR-47'), ...why] })
}

/** BR-28, BR-29, BR-44, BR-54b, BR-54g: a reseller looks after what its provider sells to its customer; the provider orders. */
function throughProvider(asked: Asked): GuidanceAnswer {
  const { seller, policy, facts } = asked
  const orders = reason('provider_orders', 'BR-54b', { seller })
  const said = { question, code: 'through_provider', params: { seller } } as const
  if (facts.billingType === 'usage') {
    const opens = [reason('azure_opens_to_roles', 'BR-44'), reason('provider_opens_azure_requests', 'BR-54g', { seller })]
    return withSteps('after', [action('role_from_customer_or_seller', { seller })], { ...said, because: [...opens, orders] })
  }
  const steps = missing(asked)
  const given = needsRights(asked) ? limits(asked) : []
  const why = steps.length > 0 ? [reason('rights_from_customer', policy.ownershipRule, { seller })] : given
  return yesAfter(steps, { ...said, because: [...why, orders] })
}

/** BR-15, BR-16, BR-18, BR-45: a second partner works beside the one that sells, and changes nothing of its sale. */
function besidePartner(asked: Asked): GuidanceAnswer {
  const { seller, asker, policy } = asked
  const rights = hasRights(asker) ? limits(asked) : [reason('multi_partner_asks_rights', 'BR-16')]
  const keeps = reason('seller_keeps_sale', policy.requestGivesAdminOnly ? 'BR-45' : 'BR-18', { seller })
  return yesAfter(permissionSteps(asker, policy), {
    question,
    code: 'beside_partner',
    params: { seller },
    because: [reason('several_partners', 'BR-15'), ...rights, keeps],
  })
}

/** BR-05: multi-channel does not extend to what a syndication partner sold. */
const ofSyndication = ({ seller }: Asked): GuidanceAnswer =>
  withWaysOut('no', [action('leave_to_seller', { seller })], {
    question,
    code: 'syndication',
    params: { seller },
    because: [reason('syndication_left_out', 'BR-05', { seller })],
  })

/** BR-14, BR-22, BR-43, BR-44: no right in the tenant opens Azure that another set up; a role in it does, and one's own may be beside. */
const azureOfOthers = (sale: Sale): GuidanceAnswer =>
  withWaysOut('no', [action('role_from_customer'), action(sale === 'of_partner' ? 'own_azure_beside' : 'new_azure_below')], {
    question,
    code: 'azure_of_others',
    because: [reason('azure_stays_closed', 'BR-44')],
  })

/** BR-01 to BR-05, BR-07: multi-channel, with permission to manage; BR-101: which rights reach an Enterprise Agreement is not said. */
function boughtElsewhere(asked: Asked): GuidanceAnswer {
  const { facts, asker, policy, seller } = asked
  const isOwnAdvisorSale = facts.channel === 'advisor' && facts.seller?.organizationId === asker.organizationId
  if (!isOwnAdvisorSale && !policy.otherChannels.includes(facts.channel))
    return withWaysOut('not_documented', [askOperator(policy), action('leave_to_seller', { seller })], {
      question,
      code: 'support_not_documented',
      because: [reason('two_cases_in_cloud', policy.ownAdvisorRule)],
    })
  const covered = isOwnAdvisorSale ? [reason('you_were_advisor', policy.ownAdvisorRule)] : channelReasons(facts, policy)
  const said = { question, code: 'elsewhere' } as const
  if (facts.channel === 'ea' && policy.granularAdmin === 'available' && !asker.rights.dap) {
    const relationship = permissionSteps(asker, policy).filter(({ code }) => code !== 'request_gdap' && code !== 'wait_for_gdap_approval')
    const because = [...covered, reason('ea_outside_gdap', 'BR-101')]
    return yesAfter([...relationship, action('clear_rights_for_ea')], { ...said, because })
  }
  const steps = permissionSteps(asker, policy)
  const permission = steps.length > 0 ? [reason('permission_to_manage', 'BR-07')] : limits(asked)
  return yesAfter(steps, { ...said, because: [...covered, ...permission] })
}

const channelReasons = ({ channel }: SubscriptionFacts, { otherChannelRule }: CloudPolicy): Reason[] =>
  channel === 'third_party'
    ? [reason('seller_outside_csp', 'BR-05')]
    : [reason(otherChannelRule === 'BR-01' ? 'from_21vianet' : 'from_microsoft_or_programs', otherChannelRule)]

/** Whom to ask where the pages are silent. */
export const askOperator = ({ partnerSupport }: CloudPolicy): Action =>
  action(partnerSupport === '21vianet' ? 'ask_21vianet' : 'ask_microsoft')
