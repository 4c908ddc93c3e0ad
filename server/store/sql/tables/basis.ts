import type { ColumnType } from 'kysely'
import type { Attestation } from '../../../../domain/agreements/schemas.ts'

/** Partners' claims on tenants. Times ISO in UTC. */
export type BasisTables = {
  /**
   * A partner's claim on a tenant, under the tenant's key, kept for good so that a dispute stays. It stands while an unconfirmed row makes
   * it.
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
   * What moved a row's last event without an audit entry of its tenant: imports, which may have thousands of rows, and GDAP, whose own
   * entries record it. `at` is the row's last event.
   */
  line_events: {
    partner_id: string
    tenant_id: string
    at: string
    action: 'customer.imported' | 'gdap.activated' | 'gdap.terminated' | 'customer.rights_changed'
    performed_by: string
  }
  /** A partner's attestation of the customer's agreement, for that partner alone (BR-66). */
  partner_attestations: { partner_id: string; tenant_id: string; at: string; attestation: ColumnType<Attestation, string, string> }
  /** A tenant's index of attestations. */
  attestation_inbox: { tenant_id: string; partner_id: string }
}
