import type { ColumnType } from 'kysely'
import type { Attestation } from '../../../domain/agreements/schemas.ts'

/** That a partner says that the customer accepted the agreement; it counts for that partner alone (BR-66). */
type PartnerAttestationTable = {
  partner_id: string
  tenant_id: string
  at: string
  attestation: ColumnType<Attestation, string, string>
}

/** How a tenant finds who attested for it, under its own key. */
type AttestationInboxTable = { tenant_id: string; partner_id: string }

export type FactsTables = {
  partner_attestations: PartnerAttestationTable
  attestation_inbox: AttestationInboxTable
}
