import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import { type Action, action } from './guidance-answer.ts'

export const hasRights = ({ rights: { dap, gdap } }: AskerFacts): boolean => dap || gdap

/**
 * Lists the steps until the partner may manage: a relationship (BR-07) if it has none, then admin rights (BR-16). Any partner requests
 * GDAP, once (BR-77). Without GDAP in the cloud an owner's invitation asks for DAP (BR-41, BR-46); a reseller makes no invitation (BR-26)
 * and gets rights through its owner's request (BR-29) or the customer's choice (BR-28).
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
