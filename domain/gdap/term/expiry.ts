import { calendarOf } from '../../calendar/days.ts'
import { daysToApprove, extendsItself } from './durations.ts'
import type { GdapRelationship } from '../relationship.ts'
import { globalAdministrator } from '../roles/catalogue.ts'
import { standingStatuses } from '../states.ts'

const day = 24 * 60 * 60 * 1000

const expiryBuckets = ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const
export type ExpiryBucket = (typeof expiryBuckets)[number]

type Facts = Pick<GdapRelationship, 'status' | 'endDateTime'>

/**
 * BR-84: finds a relationship's column on the board; undefined for one that was never active or was terminated. Days count in the reader's
 * time zone.
 */
export function bucketOf({ status, endDateTime }: Facts, now: Date, zone: string): ExpiryBucket | undefined {
  if (status === 'expired') return 'expired'
  if (!standingStatuses.includes(status) || endDateTime === null) return undefined
  if (hasEnded({ endDateTime }, now)) return 'expired'
  const days = calendarOf(zone).daysBetween(now.getTime(), Date.parse(endDateTime))
  if (days <= 7) return 'within_7'
  if (days <= 30) return 'within_30'
  return days <= 90 ? 'within_90' : 'later'
}

/** Tells whether its end has passed, even before the tick has moved it on. */
export const hasEnded = ({ endDateTime }: Pick<Facts, 'endDateTime'>, now: Date): boolean =>
  endDateTime !== null && Date.parse(endDateTime) <= now.getTime()

/** Why it ends for good; null when it extends itself (BR-86, BR-87). */
export function whyItEnds({ autoExtendDuration, roles }: Pick<GdapRelationship, 'autoExtendDuration' | 'roles'>) {
  if (roles.includes(globalAdministrator)) return 'global_administrator' as const
  return extendsItself(autoExtendDuration) ? null : ('not_asked_for' as const)
}

/** BR-91: reminds both sides these days before the end; the expiry has a mail of its own. */
const reminderOffsets = [30, 7, 1] as const
type ReminderOffset = (typeof reminderOffsets)[number]

/** BR-90: tells whether it has ended for good, even before the tick has moved it on. */
export const isOver = (relationship: Pick<GdapRelationship, 'endDateTime' | 'autoExtendDuration' | 'roles'>, now: Date): boolean =>
  hasEnded(relationship, now) && whyItEnds(relationship) !== null

/**
 * BR-91: returns the latest reminder that is due and was not sent for this end. Skips earlier ones that were missed, those due before
 * activation, and relationships that extend themselves.
 */
export function dueReminder(
  relationship: Facts & Pick<GdapRelationship, 'activatedDateTime' | 'autoExtendDuration' | 'roles'>, given: readonly number[], now: Date,
): ReminderOffset | undefined {
  const { activatedDateTime, endDateTime, status } = relationship
  if (endDateTime === null || !standingStatuses.includes(status) || whyItEnds(relationship) === null) return undefined
  const end = Date.parse(endDateTime)
  const left = end - now.getTime()
  const latest = reminderOffsets.findLast((offset) => left <= offset * day)
  if (latest === undefined || left <= 0 || given.some((offset) => offset <= latest)) return undefined
  const hadBegun = activatedDateTime === null || Date.parse(activatedDateTime) <= end - latest * day
  return hadBegun ? latest : undefined
}

/** BR-76: Microsoft's own transition from DAP made it. */
export const isSystemCreated = (displayName: string): boolean => displayName.startsWith('MLT_')

/** BR-79: when an unanswered request lapses; null in other statuses. */
export const lapsesAt = ({ status, since }: Pick<GdapRelationship, 'status' | 'since'>): string | null =>
  status === 'approvalPending' ? new Date(Date.parse(since) + daysToApprove * day).toISOString() : null
