import type { ReminderSettings, ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

export const reminderQueries = {
  settings: () => reading<ReminderSettings>(['organizations', 'reminder-settings'], '/reminder-settings'),
}

/** What the form has a field for. */
export const reminderInputs = ['/days', '/noteToMaker'] as const

/** Refused with 412 when someone chose anew since the settings were shown. */
export const saveReminderSettings = (
  { etag, ...chosen }: ReminderSettingsDraft & { etag: string },
  idempotencyKey: string,
): Promise<ReminderSettings> => request('/reminder-settings', { method: 'PUT', body: chosen, ifMatch: etag, idempotencyKey })
