type Time = string

/** An invitation's traces at the customer before an answer; no row before the first look. */
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

/** Hand-overs to administrators; `asked_of` only recognises a repeated one. Positions count from 1. */
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

/** The customer's report that it confirmed its answer in its admin center. */
type ReceiptConfirmationTable = { organization_id: string; receipt_id: string; at: Time; confirmed_by: string }

export type TrackingTables = {
  invitation_traces: InvitationTraceTable
  invitation_hand_overs: InvitationHandOverTable
  invitation_questions: InvitationQuestionTable
  receipt_confirmations: ReceiptConfirmationTable
}
