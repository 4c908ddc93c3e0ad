import type { ColumnType } from 'kysely'

/** A partner's choice of reminders; the default without a row. */
type ReminderSettingsTable = {
  organization_id: string
  days: ColumnType<number[], string, string>
  note_to_maker: boolean
  version: number
}

/** A requested reminder; `day` of the schedule, null by hand. Its intent is unique. */
type InvitationReminderTable = {
  partner_id: string
  invitation_id: string
  intent: string
  link_number: number
  day: number | null
  at: string
}

/** The customer stopped one invitation's reminders. */
type ReminderOptOutTable = { partner_id: string; invitation_id: string; at: string }

/** An invitation's maker, who gets notes. */
type InvitationMakerTable = { partner_id: string; invitation_id: string; user_id: string }

export type ReminderTables = {
  reminder_settings: ReminderSettingsTable
  invitation_reminders: InvitationReminderTable
  reminder_opt_outs: ReminderOptOutTable
  invitation_makers: InvitationMakerTable
}
