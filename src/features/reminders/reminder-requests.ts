import type { ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

export const reminderQueries = {
  settings: () => reading(['organizations', 'reminder-settings'], '/reminder-settings'),
}

/** The form's fields. */
export const reminderInputs = ['/days', '/noteToMaker'] as const

/** 412 when somebody changed the settings since. */
export const saveReminderSettings = ({ etag, ...body }: ReminderSettingsDraft & { etag: string }, idempotencyKey: string) =>
  call('PUT /reminder-settings', { body, ifMatch: etag, idempotencyKey })
