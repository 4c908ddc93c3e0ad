import { autoExtendDays } from '../../../../domain/gdap/term/durations.ts'
import { usualPattern } from './name-pattern.ts'
import type { Resolved } from './resolve-customers.ts'

/** A row's customer and its request's name. */
export type BulkRow = Resolved & { name: string }

/** The typed list, with what holds for all rows. */
export type BulkSetup = {
  text: string
  roles: string[]
  /** The roles' part in names. */
  part: string
  days: number
  autoExtend: boolean
  pattern: string
  /** Whether requests go to the customers at once instead of staying drafts. */
  finalises: boolean
}

export const emptySetup: BulkSetup = {
  text: '', roles: [], part: '', days: autoExtendDays, autoExtend: false, pattern: usualPattern, finalises: true,
}
