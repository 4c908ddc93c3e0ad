/** ISO 8601 in UTC, milliseconds. */
type Time = string

/** What became known of an invitation at the customer, short of an answer; no row before anybody looked. */
type InvitationTraceTable = {
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

/** That an administrator was asked to answer; never who: `asked_of` only tells the same one again. Positions count from 1. */
type InvitationHandOverTable = { partner_id: string; invitation_id: string; position: number; at: Time; asked_of: string | null }

type InvitationQuestionTable = {
  partner_id: string
  invitation_id: string
  position: number
  at: Time
  asked_by: string
  email: string
  organization_name: string
  body: string
}

/** That the customer says that it confirmed in its admin center what it answered here. */
type ReceiptConfirmationTable = { organization_id: string; receipt_id: string; at: Time; confirmed_by: string }

export type TrackingTables = {
  invitation_traces: InvitationTraceTable
  invitation_hand_overs: InvitationHandOverTable
  invitation_questions: InvitationQuestionTable
  receipt_confirmations: ReceiptConfirmationTable
}
