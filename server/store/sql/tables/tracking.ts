type Time = string

export type TrackingTables = {
  /** An invitation's traces at the customer before an answer; no row before the first look. */
  invitation_traces: {
    partner_id: string
    invitation_id: string
    fetched_count: number
    first_opened_at: Time | null
    last_opened_at: Time | null
    signed_in_at: Time | null
    handed_to_admin_at: Time | null
    failed_at: Time | null
    failure_code: string | null
    failure_rule: string | null
    confirmed_at: Time | null
  }
  /** Hand-overs to administrators; `asked_of` only recognises a repeated one. Positions count from 1. */
  invitation_hand_overs: { partner_id: string; invitation_id: string; position: number; at: Time; asked_of: string | null }
  invitation_questions: {
    partner_id: string
    invitation_id: string
    position: number
    at: Time
    asked_by: string
    email: string
    organization_name: string
    body: string
  }
  /** The customer's report that it confirmed its answer in its admin center. */
  receipt_confirmations: { organization_id: string; receipt_id: string; at: Time; confirmed_by: string }
}
