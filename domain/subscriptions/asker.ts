/** What the asking partner is and already has with the customer. */
export type AskerFacts = {
  organizationId: string
  /** The partner through which an indirect reseller works for this customer, when the line names it; null for everybody else. */
  providerId: string | null
  hasRelationship: boolean
  rights: { dap: boolean; gdap: boolean }
  /** Whether a request of its own for granular rights waits for the customer. */
  hasAskedForGdap: boolean
  /** Direct partners and indirect providers; an indirect reseller goes through its provider (BR-59). */
  billedByMicrosoft: boolean
}
