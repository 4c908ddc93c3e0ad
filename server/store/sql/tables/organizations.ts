import type { ColumnType } from 'kysely'
import type { OrganizationProfile } from '../../../../domain/organizations/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'

export type OrganizationTables = {
  /** What an organisation says of itself beside its name; no row while it has said nothing. */
  organization_profiles: {
    organization_id: string
    contact: ColumnType<OrganizationProfile['contact'], string | null, string | null>
    time_zone: string | null
    language: Locale | null
    version: number
  }
}
