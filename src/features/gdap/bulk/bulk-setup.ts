import { autoExtendDays } from '../../../../domain/gdap/term/durations.ts'
import { usualPattern } from './name-pattern.ts'
import type { Resolved } from './resolve-customers.ts'

/** A row of the list: whom it means, and what its request is called. */
export type BulkRow = Resolved & { name: string }

/** The list as it is written, with what holds for all of it. */
export type BulkSetup = {
  text: string
  roles: string[]
  /** What names say of the roles. */
  part: string
  days: number
  autoExtend: boolean
  pattern: string
  /** Whether each goes to its customer at once; otherwise drafts are made. */
  finalises: boolean
}

export const emptySetup: BulkSetup = {
  text: '', roles: [], part: '', days: autoExtendDays, autoExtend: false, pattern: usualPattern, finalises: true,
}
