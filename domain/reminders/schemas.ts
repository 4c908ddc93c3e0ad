import { z } from 'zod'

const ascends = (days: readonly number[]): boolean => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0))

/** PUT /api/reminder-settings: days after which a customer is reminded (none: never automatically), and whether makers get notes. */
export const ReminderSettingsDraft = z
  .object({
    days: z.array(z.number().int().min(1).max(365)).max(5).refine(ascends),
    noteToMaker: z.boolean(),
  })
  .strict()
export type ReminderSettingsDraft = z.infer<typeof ReminderSettingsDraft>

/** One partner's choice, or the default. */
export const ReminderSettings = z.object({ days: z.array(z.number().int()), noteToMaker: z.boolean(), etag: z.string() })
export type ReminderSettings = z.infer<typeof ReminderSettings>
