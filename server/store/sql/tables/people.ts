import type { ColumnType } from 'kysely'
import type { MappingRow } from '../../../../domain/people/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { PartnerRole, Role } from '../../../../domain/session/roles.ts'

type Time = string
/** JSON text, since drivers disagree about arrays; read parsed. */
type Json<Value> = ColumnType<Value, string, string>
type LateJson<Value> = ColumnType<Value | null, string | null | undefined, string>
type Late<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export type PeopleTables = {
  users: {
    organization_id: string
    id: string
    display_name: string
    email: string
    /** What the person may do: the sum of the three below by the organisation's mapping. */
    roles: Json<Role[]>
    locale: Locale
    /** Null in rows of versions before, whose roles were all the directory's. */
    roles_of_directory: LateJson<Role[]>
    /** Claims that the mapping named when the person was last read. */
    claims: LateJson<string[]>
    roles_by_hand: LateJson<PartnerRole[]>
    /** Set while the person may not enter. */
    removed_at: Late<Time>
    removed_by: Late<string>
    /** Until when the person's personal tokens work without another sign-in or reading of roles; null for a persona. */
    vouched_until: Late<Time>
    version: Late<number>
    search_text: Late<string>
    /** Of the demo's personas, whom nobody vouches for. */
    persona_signed_in_at: Late<Time>
  }
  /** Who has come in through an identity provider, by its name for them, which no other person ever gets. */
  known_people: { organization_id: string; subject: string; user_id: string; since: Time; last_sign_in_at: Time }
  /** How an organisation's claims give roles; without a row the usual mapping does. */
  role_mappings: { organization_id: string; mapping: Json<MappingRow[]>; version: number }
}
