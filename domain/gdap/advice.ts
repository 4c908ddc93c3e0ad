import { standingStatuses, type GdapStatus } from './states.ts'

/** Advice on a customer's GDAP, the most important first. */
export const gdapAdvice = [
  'no_reseller_relationship', 'nobody_has_access', 'dap_still_stands', 'not_for_enterprise_agreement',
] as const
export type GdapAdvice = (typeof gdapAdvice)[number]

type Situation = {
  status: GdapStatus
  /** Null while anybody may approve it. */
  customer: object | null
  hasResellerRelationship: boolean
  hasDap: boolean
  activeAssignments: number
  hasEnterpriseAgreement: boolean
}

/** Nobody can be assigned yet, so missing access is no advice. */
const onTheWay: readonly GdapStatus[] = ['approvalPending', 'approved', 'activating']

/**
 * BR-92, BR-99, BR-101: approval alone makes no reseller relationship and gives nobody access; DAP beside GDAP is allowed but better
 * removed. Advice about the customer holds from the request until the rights end, and not while anybody may approve the request.
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

/** BR-74: tells which rights decide for a customer. */
export const decidingRights = (has: { dap: boolean; gdap: boolean }): 'gdap' | 'dap' | 'none' =>
  has.gdap ? 'gdap' : has.dap ? 'dap' : 'none'

/** BR-97, BR-100: what to check when somebody with access cannot sign in, by Microsoft's error number where it helps. */
export const signInAdvice = (errorNumber: string | undefined): readonly ('conditional_access' | 'guest_accounts')[] =>
  errorNumber === '900309' ? ['conditional_access'] : ['guest_accounts', 'conditional_access']
