/** What somebody should know of a customer's granular rights, in the order of weight. */
export type GdapAdvice = 'no_reseller_relationship' | 'nobody_has_access' | 'dap_still_stands' | 'not_for_enterprise_agreement'

type Situation = {
  /** Whether the customer is in the partner's list, so that it can be sold to. */
  hasResellerRelationship: boolean
  /** Whether delegated admin privileges stand beside the granular ones. */
  hasDap: boolean
  /** How many assignments of the relationship are active. */
  activeAssignments: number
  /** Whether the customer bought anything through an Enterprise Agreement. */
  hasEnterpriseAgreement: boolean
}

/** BR-92, BR-99, BR-101: approval alone makes no reseller relationship and lets nobody in; DAP beside it is allowed and better gone. */
export const adviceOn = (situation: Situation): GdapAdvice[] => [
  ...(situation.hasResellerRelationship ? [] : (['no_reseller_relationship'] as const)),
  ...(situation.activeAssignments > 0 ? [] : (['nobody_has_access'] as const)),
  ...(situation.hasDap ? (['dap_still_stands'] as const) : []),
  ...(situation.hasEnterpriseAgreement ? (['not_for_enterprise_agreement'] as const) : []),
]

/** BR-74: which rights decide for a customer; none gives none. */
export const decidingRights = (has: { dap: boolean; gdap: boolean }): 'gdap' | 'dap' | 'none' =>
  has.gdap ? 'gdap' : has.dap ? 'dap' : 'none'

/** BR-97, BR-100: what to look at when somebody with access cannot sign in; by Microsoft's error number where it tells. */
export const signInAdvice = (errorNumber: string | undefined): readonly ('conditional_access' | 'guest_accounts')[] =>
  errorNumber === '900309' ? ['conditional_access'] : ['guest_accounts', 'conditional_access']
