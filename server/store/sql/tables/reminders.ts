import type { ColumnType } from 'kysely'

export type ReminderTables = {
  /** A partner's choice of reminders; the default without a row. */
  reminder_settings: {
    organization_id: string
    days: ColumnType<number[], string, string>
    note_to_maker: boolean
    version: number
  }
  /** A requested reminder; `day` of the schedule, null by hand. Its intent is unique. */
  invitation_reminders: {
    partner_id: string
    invitation_id: string
    intent: string
    link_number: number
    day: number | null
    at: string
  }
  /** The customer stopped one invitation's reminders. */
  reminder_opt_outs: { partner_id: string; invitation_id: string; at: string }
  /** An invitation's maker, who gets notes. */
  invitation_makers: { partner_id: string; invitation_id: string; user_id: string }
}
