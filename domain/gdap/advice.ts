import { standingStatuses, type GdapStatus } from './states.ts'

/** What somebody should know of a customer's granular rights, in the order of weight. */
export const gdapAdvice = [
  'no_reseller_relationship', 'nobody_has_access', 'dap_still_stands', 'not_for_enterprise_agreement',
] as const
export type GdapAdvice = (typeof gdapAdvice)[number]

type Situation = {
  status: GdapStatus
  /** Null while it is open who will approve it. */
  customer: object | null
  /** Whether the customer is in the partner's list, so that it can be sold to. */
  hasResellerRelationship: boolean
  /** Whether delegated admin privileges stand beside the granular ones. */
  hasDap: boolean
  /** How many assignments of the relationship are active. */
  activeAssignments: number
  /** Whether the customer bought anything through an Enterprise Agreement. */
  hasEnterpriseAgreement: boolean
}

/** Asked for or granted, and not active yet: nobody can be assigned, so that nobody has access is no news. */
const onTheWay: readonly GdapStatus[] = ['approvalPending', 'approved', 'activating']

/**
 * BR-92, BR-99, BR-101: approval alone makes no reseller relationship and lets nobody in; DAP beside it is allowed and better gone. What is
 * true of the customer is worth knowing from the request on, and nothing is any more once the rights are going or gone; of a request that
 * is for whoever approves it first, nothing is true yet.
 */
export function adviceOn(situation: Situation): GdapAdvice[] {
  const { status, customer, hasResellerRelationship, activeAssignments, hasDap, hasEnterpriseAgreement } = situation
  const isStanding = standingStatuses.includes(status)
  if (customer === null || !(isStanding || onTheWay.includes(status))) return []
  const applies: Record<GdapAdvice, boolean> = {
    no_reseller_relationship: !hasResellerRelationship,
    nobody_has_access: isStanding && activeAssignments === 0,
    dap_still_stands: hasDap,
    not_for_enterprise_agreement: hasEnterpriseAgreement,
  }
  return gdapAdvice.filter((advice) => applies[advice])
}

/** BR-74: which rights decide for a customer; none gives none. */
export const decidingRights = (has: { dap: boolean; gdap: boolean }): 'gdap' | 'dap' | 'none' =>
  has.gdap ? 'gdap' : has.dap ? 'dap' : 'none'

/** BR-97, BR-100: what to look at when somebody with access cannot sign in; by Microsoft's error number where it tells. */
export const signInAdvice = (errorNumber: string | undefined): readonly ('conditional_access' | 'guest_accounts')[] =>
  errorNumber === '900309' ? ['conditional_access'] : ['guest_accounts', 'conditional_access']
