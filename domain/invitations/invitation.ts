import type { Invitation } from './schemas.ts'

type Derived = 'turn' | 'microsoftLink' | 'etag' | 'overdueSince' | 'nextEvent' | 'remindedAt' | 'remindersStoppedAt'

/** An invitation at rest; reading derives `turn`, the Microsoft link, the ETag and `lapsed`. */
export type InvitationRecord = Omit<Invitation, Derived> & {
  /** Counts writes; every write compares and sets it. */
  version: number
  /** The number of the living link, from 1; reissuing adds one and kills the former link. */
  linkNumber: number
  /** The maker's schedule, its days already reminded of for this link, and whether the customer stopped reminders. */
  reminders: { days: number[]; sent: number[]; lastAt: string | null; stoppedAt: string | null }
}
