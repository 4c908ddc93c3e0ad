import type { ReminderSettings, ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

export const reminderQueries = {
  settings: () => reading<ReminderSettings>(['organizations', 'reminder-settings'], '/reminder-settings'),
}

/** The form's fields. */
export const reminderInputs = ['/days', '/noteToMaker'] as const

/** 412 when somebody changed the settings since. */
export const saveReminderSettings = (
  { etag, ...chosen }: ReminderSettingsDraft & { etag: string },
  idempotencyKey: string,
): Promise<ReminderSettings> => request('/reminder-settings', { method: 'PUT', body: chosen, ifMatch: etag, idempotencyKey })
