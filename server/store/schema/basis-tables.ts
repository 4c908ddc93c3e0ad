import type { ColumnType } from 'kysely'

/** What partners say of tenants, in the order of basis-steps.ts and claim-steps.ts. Times ISO in UTC. */
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
    disputed_at: ColumnType<string | null, string | null | undefined>
    disputed_by: ColumnType<string | null, string | null | undefined>
    withdrawn_at: ColumnType<string | null, string | null | undefined>
    withdrawn_by: ColumnType<string | null, string | null | undefined>
  }
  /**
   * What moved the last event of a line and is no audit event of its tenant: imports, which may be of thousands of lines, and rights of a
   * granular relationship, whose own record has it. `at` is the line's last event then.
   */
  line_events: {
    partner_id: string
    tenant_id: string
    at: string
    action: 'customer.imported' | 'gdap.activated' | 'gdap.terminated' | 'customer.rights_changed'
    performed_by: string
  }
}
