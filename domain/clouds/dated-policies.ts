import type { Cloud } from '../organizations/kinds.ts'
import type { CloudPolicy } from './cloud-policies.ts'

export type CloudPolicies = Record<Cloud, CloudPolicy>

/** Returns the policy of a cloud at `now` (ISO, UTC); a right that ends on a later day still holds (BR-42). */
export function policyAt(cloud: Cloud, now: string, policies: CloudPolicies): CloudPolicy {
  const policy = policies[cloud]
  const { dapWithRelationshipUntil: until } = policy
  return until !== null && now < until ? { ...policy, dapWithInvitation: 'optional' } : policy
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00.000Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Lists the faults of a policy table, one sentence each; it never guesses a date nor resolves a contradiction. */
export const policyProblems = (policies: CloudPolicies): string[] =>
  Object.entries(policies).flatMap(([cloud, policy]) => [
    ...(policy.dapWithRelationshipUntil === null || isDay(policy.dapWithRelationshipUntil)
      ? []
      : [`${cloud}: dapWithRelationshipUntil is "${policy.dapWithRelationshipUntil}". Wanted: a day such as 2023-10-09, or null.`]),
    ...(policy.dapWithRelationshipUntil !== null && policy.dapWithInvitation === 'required'
      ? [`${cloud}: an invitation always asks for delegated admin, and yet dapWithRelationshipUntil names a day on which it ends.`]
      : []),
    ...(policy.resellerDualInvite && !policy.dualInvitationDocumented
      ? [`${cloud}: resellerDualInvite is on, but this cloud's pages know no dual invitation (BR-30).`]
      : []),
    ...(policy.resellerDualInvite && policy.dualInvitationDocumented
      ? [`${cloud}: resellerDualInvite is on, but this version makes no dual invitations yet (BR-30). Switch it off.`]
      : []),
    ...(!policy.multiPartner && policy.transactingPartnersWithAdminPerService === null
      ? [`${cloud}: a customer has a single partner, and yet a service any number of partners with admin rights.`]
      : []),
  ])
