import { calendarOf } from '../../calendar/days.ts'
import { momentAfter } from '../../calendar/first-moment.ts'
import { daysKept, daysToApprove, extendsItself } from './durations.ts'
import type { GdapRelationship } from '../relationship.ts'
import { globalAdministrator } from '../roles/catalogue.ts'
import { standingStatuses } from '../states.ts'

const day = 24 * 60 * 60 * 1000

const expiryBuckets = ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const
export type ExpiryBucket = (typeof expiryBuckets)[number]

type Facts = Pick<GdapRelationship, 'status' | 'endDateTime'>

/** BR-84: by which moment it stands on the board, with all of its roles; null for one that never began or was ended by somebody. */
export function onBoardAt({ status, since, endDateTime }: Facts & Pick<GdapRelationship, 'since'>): string | null {
  if (status === 'expired') return since
  return standingStatuses.includes(status) ? endDateTime : null
}

type Span = { from: string; before: string }
const [ever, never] = ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']

/** The columns, and what ends across them, as spans of {@link onBoardAt}. Days are those of the calendar in the reader's time zone. */
export function boardSpans(now: string, zone: string): Record<ExpiryBucket | 'next_30' | 'next_60' | 'next_90', Span> {
  const calendar = calendarOf(zone)
  const [in7, in30, in60, in90] = [7, 30, 60, 90].map((days) => calendar.endOfDay(now, days)) as [string, string, string, string]
  const from = momentAfter(now, 1)
  return {
    expired: { from: ever, before: from },
    within_7: { from, before: in7 },
    within_30: { from: in7, before: in30 },
    within_90: { from: in30, before: in90 },
    later: { from: in90, before: never },
    next_30: { from, before: in30 },
    next_60: { from, before: in60 },
    next_90: { from, before: in90 },
  }
}

/** BR-84: the column in which it stands; undefined for none. */
export function bucketOf(relationship: Parameters<typeof onBoardAt>[0], now: Date, zone: string): ExpiryBucket | undefined {
  const at = onBoardAt(relationship)
  const spans = boardSpans(now.toISOString(), zone)
  return expiryBuckets.find((bucket) => at !== null && spans[bucket].from <= at && at < spans[bucket].before)
}

/** Tells whether its end has passed, even before the tick has moved it on. */
export const hasEnded = ({ endDateTime }: Pick<Facts, 'endDateTime'>, now: Date): boolean =>
  endDateTime !== null && Date.parse(endDateTime) <= now.getTime()

/** Why it ends for good; null when it extends itself (BR-86, BR-87). */
export function whyItEnds({ autoExtendDuration, roles }: Pick<GdapRelationship, 'autoExtendDuration' | 'roles'>) {
  if (roles.includes(globalAdministrator)) return 'global_administrator' as const
  return extendsItself(autoExtendDuration) ? null : ('not_asked_for' as const)
}

/** BR-91: days before the end on which both sides are reminded; of the end itself they are told with the step to expired. */
export const reminderOffsets = [30, 7, 1] as const
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

/** BR-79, BR-95: from when both sides see it no more: unanswered for 90 days, or over for a year; null in every other status. */
export function cleanedUpAt({ status, since }: Pick<GdapRelationship, 'status' | 'since'>): string | null {
  const days = status === 'approvalPending' ? daysToApprove : ['expired', 'terminated'].includes(status) ? daysKept : undefined
  return days === undefined ? null : momentAfter(since, days * day)
}

/** BR-79: when an unanswered request lapses; null in every other status. */
export const lapsesAt = (relationship: Pick<GdapRelationship, 'status' | 'since'>): string | null =>
  relationship.status === 'approvalPending' ? cleanedUpAt(relationship) : null
