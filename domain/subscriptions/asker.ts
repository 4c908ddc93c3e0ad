/** What the asking partner is and already has with the customer. */
export type AskerFacts = {
  organizationId: string
  hasRelationship: boolean
  hasAdminRights: boolean
  /** Direct partners and indirect providers; an indirect reseller goes through its provider (BR-59). */
  billedByMicrosoft: boolean
}
