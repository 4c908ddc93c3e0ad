import type { ColumnType } from 'kysely'
import type { InviteRecord } from '../../../../domain/joining/invite.ts'
import type { ProgrammeAgreement } from '../../../../domain/programme-agreement/schemas.ts'
import type { OrganizationProfile } from '../../../../domain/organizations/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'

type Late = ColumnType<string | null, string | null | undefined, string | null>

export type OrganizationTables = {
  /** Of a partner: its agreement, and its own word for it; its global account; whether it turns indirect (BR-51, BR-54a, BR-54e). */
  partner_facts: {
    organization_id: string
    agreement_signed: boolean
    agreement_said: ColumnType<ProgrammeAgreement['said'], string | null | undefined, string | null>
    global_account_id: string | null
    transitioning: boolean
  }
  /** A provider's invitation to a reseller, one a tenant. */
  reseller_invites: {
    partner_id: string
    id: string
    tenant_id: string
    display_name: string
    state: InviteRecord['state']
    created_at: string
    created_by: string
    /** When it lapses, or ended. */
    over_at: string
    version: number
  }
  /** What an organisation says of itself beside its name; no row while it has said nothing. */
  organization_profiles: {
    organization_id: string
    contact: ColumnType<OrganizationProfile['contact'], string | null, string | null>
    time_zone: string | null
    language: Locale | null
    version: number
  }
  /** A domain that an organisation says is its own. */
  organization_domains: {
    organization_id: string
    domain: string
    added_at: string
    proven_at: Late
    looked_at: Late
    missing_since: Late
  }
  /** The one logo of an organisation, redrawn; null after it was removed, since its version goes on. */
  organization_logos: {
    organization_id: string
    name: string | null
    /** A PNG in base64. */
    picture: string | null
    width: number | null
    height: number | null
    version: number
  }
  /** Whose a domain is by a DNS record: one organisation's. */
  proven_domains: { domain: string; organization_id: string }
}
