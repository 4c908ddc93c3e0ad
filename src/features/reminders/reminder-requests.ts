import type { ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

export const reminderQueries = {
  settings: () => reading(['organizations', 'reminder-settings'], '/reminder-settings'),
}

/** What the form has a field for. */
export const reminderInputs = ['/days', '/noteToMaker'] as const

/** Refused with 412 when someone chose anew since the settings were shown. */
export const saveReminderSettings = ({ etag, ...body }: ReminderSettingsDraft & { etag: string }, idempotencyKey: string) =>
  call('PUT /reminder-settings', { body, ifMatch: etag, idempotencyKey })
