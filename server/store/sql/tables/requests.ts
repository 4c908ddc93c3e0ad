import type { Receipt } from '../../../../domain/invitations/schemas.ts'
import type { RequestState } from '../../../../domain/relationship-requests/requests.ts'

/** ISO 8601 in UTC, milliseconds. */
type Time = string

export type RequestTables = {
  /** What one invitation has come to with one customer tenant, named or not. */
  relationship_requests: {
    partner_id: string
    invitation_id: string
    tenant_id: string
    id: string
    at: Time
    first_seen_at: Time | null
    last_seen_at: Time | null
    answer: Receipt['answer'] | null
    answered_at: Time | null
    receipt_id: string | null
    reason: string | null
  }
  /**
   * A request in the sight of one tenant, under that one's key: since when it stands in its list as it does, and from when it has lapsed,
   * `infinity` for never. `stays`: is shown after that too.
   */
  request_sights: {
    tenant_id: string
    id: string
    as_customer: boolean
    partner_id: string
    invitation_id: string
    of_tenant_id: string
    shown_at: Time
    lapses_at: Time
    state: RequestState
    stays: boolean
  }
}
