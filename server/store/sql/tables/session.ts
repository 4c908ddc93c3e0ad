import type { ColumnType } from 'kysely'

type Time = string
type Late<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export type SessionTables = {
  sessions: {
    token_hash: string
    organization_id: string
    user_id: string
    created_at: Time
    expires_at: Time
    idle_expires_at: Time
    idle_milliseconds: number
    /** Null only in rows of versions before. */
    id: Late<string>
    /** The identity provider by its name in the settings; null for a persona. */
    issuer: Late<string>
    /** The provider's own session (`sid`). */
    issuer_session: Late<string>
    /** The person as the provider calls them (`sub`). */
    subject: Late<string>
    /** When the person last proved who they are (`auth_time`); null where the provider does not say. */
    signed_in_at: Late<Time>
    device: Late<string>
    address: Late<string>
    /** Sealed; null where the provider gives none. */
    refresh_token: Late<string>
    /** When the roles are to be read again. */
    roles_due_at: Late<Time>
    /** Set when the next answer to the browser is to carry a new token. */
    rotation_due_at: Late<Time>
    /** The token before, which calls under way still carry. */
    previous_hash: Late<string>
    previous_until: Late<Time>
  }
  /** Sign-ins that a callback has taken; none is taken twice. */
  finished_sign_ins: { id: string; expires_at: Time }
}
