import type { ColumnType } from 'kysely'

/** What a partner chose of reminders; without a row it is the usual. */
type ReminderSettingsTable = {
  organization_id: string
  days: ColumnType<number[], string, string>
  note_to_maker: boolean
  version: number
}

/** A reminder that was asked for; `day` of the schedule, none by hand. Its intent is there once. */
type InvitationReminderTable = {
  partner_id: string
  invitation_id: string
  intent: string
  link_number: number
  day: number | null
  at: string
}

/** That the customer wants no further reminders of one invitation. */
type ReminderOptOutTable = { partner_id: string; invitation_id: string; at: string }

/** Who made an invitation, so that it can be told what became of it. */
type InvitationMakerTable = { partner_id: string; invitation_id: string; user_id: string }

export type ReminderTables = {
  reminder_settings: ReminderSettingsTable
  invitation_reminders: InvitationReminderTable
  reminder_opt_outs: ReminderOptOutTable
  invitation_makers: InvitationMakerTable
}
