import type { Invitation } from './schemas.ts'

type Derived = 'turn' | 'microsoftLink' | 'etag' | 'overdueSince' | 'nextEvent' | 'remindedAt' | 'remindersStoppedAt'

/** An invitation at rest. `turn`, the Microsoft link and the ETag are derived when it is shown; `lapsed` is derived from the clock. */
export type InvitationRecord = Omit<Invitation, Derived> & {
  /** Counts writes; every write is compare-and-set on it. */
  version: number
  /** Which link is alive, from 1; reissuing adds one and kills the one before. */
  linkNumber: number
  /** The schedule of the partner that made it, which of its days this link's customer was reminded of, and whether it asked for no more. */
  reminders: { days: number[]; sent: number[]; lastAt: string | null; stoppedAt: string | null }
}
