import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { type Action, action } from './guidance-answer.ts'

export const hasRights = ({ rights: { dap, gdap } }: AskerFacts): boolean => dap || gdap

/**
 * What is still missing before the partner may manage: admin rights (BR-16), and first, where it has none, the relationship in which to ask
 * for them (BR-07). Whoever has rights lacks nothing. Granular rights are asked for by any partner (BR-77), once; where there are none, the
 * invitation of an owner asks for delegated admin (BR-41, BR-46), and a reseller, which makes no invitation (BR-26), gets rights through
 * its owner's request (BR-29) or the customer's choice (BR-28).
 */
export function permissionSteps(asker: AskerFacts, policy: CloudPolicy): Action[] {
  if (hasRights(asker)) return []
  const granular = policy.granularAdmin === 'available'
  if (asker.billedByMicrosoft && !granular) return [action('send_invitation_with_rights')]
  const relationship = asker.billedByMicrosoft ? action('send_invitation') : action('forward_invitation')
  const ownerAsks = policy.resellerGrantStartedBy === 'owner'
  const ask = asker.hasAskedForGdap ? 'wait_for_gdap_approval' : 'request_gdap'
  const rights = granular ? ask : ownerAsks ? 'provider_asks_for_rights' : 'customer_grants_rights'
  return [...(asker.hasRelationship ? [] : [relationship]), action(rights)]
}
