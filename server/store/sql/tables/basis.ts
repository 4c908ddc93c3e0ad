import type { ColumnType } from 'kysely'
import type { Attestation } from '../../../../domain/agreements/schemas.ts'

/** What partners say of tenants. Times ISO in UTC. */
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
  /** That a partner says that the customer accepted the agreement; it counts for that partner alone (BR-66). */
  partner_attestations: { partner_id: string; tenant_id: string; at: string; attestation: ColumnType<Attestation, string, string> }
  /** How a tenant finds who attested for it, under its own key. */
  attestation_inbox: { tenant_id: string; partner_id: string }
}
