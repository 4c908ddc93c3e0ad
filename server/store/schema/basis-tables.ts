/** What partners say of tenants, in the order of basis-steps.ts. Times ISO in UTC. */
export type BasisTables = {
  /**
   * That a partner said of a tenant that it is its customer, under the tenant's own key: once for good, so that a dispute stays. It
   * stands while a line says so that nothing confirms.
   */
  customer_claims: {
    tenant_id: string
    partner_id: string
    at: string
    stands: boolean
    disputed_at: string | null
    disputed_by: string | null
  }
}
