import type { Invitation } from './schemas.ts'

/** An invitation at rest. `turn`, the Microsoft link and the ETag are derived when it is shown; `lapsed` is derived from the clock. */
export type InvitationRecord = Omit<Invitation, 'turn' | 'microsoftLink' | 'etag'> & {
  /** Counts writes; every write is compare-and-set on it. */
  version: number
  /** Which link is alive, from 1; reissuing adds one and kills the one before. */
  linkNumber: number
}
