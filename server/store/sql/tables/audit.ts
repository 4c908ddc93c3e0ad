import type { ColumnType } from 'kysely'
import type { Changed } from '../../../../domain/audit/changed.ts'
import type { AuditEvent } from '../../../../domain/audit/schemas.ts'
import type { Through } from '../../../../domain/audit/through.ts'

type Time = string
/** JSON text, since drivers disagree about arrays; read parsed. */
type Json<Value> = ColumnType<Value, string, string>
type Optional<Value, Written = Value> = ColumnType<Value | null, Written | null | undefined, Written | null>

export type AuditTables = {
  /** Appended only; a trigger refuses everything else but retention and the erasure of a person. */
  audit_events: {
    organization_id: string
    id: string
    at: Time
    action: string
    noun: string
    noun_id: string
    performed_by: string
    organization_name: string
    details: Json<AuditEvent['details']>
    /** Null in rows of before the log was kept. */
    through: Optional<Through>
    /** The code of a refused call; null for what was done. */
    refused: Optional<string>
    /** The tenant of the customer that it is about. */
    customer_id: Optional<string>
    changed: Optional<Changed, string>
    /** True once it is in the chain; no hash covers it. */
    is_chained: Optional<boolean>
    /** Of the organisation's own people; null in rows of before it was kept, and no hash covers it. */
    performed_by_id: Optional<string>
  }
  /** One link a row, in the order in which they were chained; `salt` goes when a person is erased, and `personal` stays. */
  audit_chain: {
    organization_id: string
    seq: number
    event_id: string
    at: Time
    salt: string | null
    personal: string
    hash: string
  }
  /** The chain's last link, and the last one that retention has pruned, from which on it is verified. */
  audit_heads: {
    organization_id: string
    seq: number
    hash: string
    chained_at: Time | null
    pruned_seq: number
    pruned_hash: string
  }
  audit_settings: { organization_id: string; retention_days: number; version: number }
}
