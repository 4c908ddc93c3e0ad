/** The asking partner, and what it has with the customer. */
export type AskerFacts = {
  organizationId: string
  /** The provider through which an indirect reseller works for this customer; null for others. */
  providerId: string | null
  hasRelationship: boolean
  rights: { dap: boolean; gdap: boolean }
  hasAskedForGdap: boolean
  /** True for direct partners and indirect providers; an indirect reseller goes through its provider (BR-59). */
  billedByMicrosoft: boolean
}
