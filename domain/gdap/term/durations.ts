/** BR-80, BR-102. */
export const longestDays = 730
/** BR-79, BR-102: an unanswered request is cleaned up after this many days. */
export const daysToApprove = 90
/** BR-95: an ended relationship is cleaned up after this many days. */
export const daysKept = 365
/** A relationship that ends within this many days is expiring (BR-91: the first reminder). */
export const daysExpiring = 30
/**
 * BR-86. The screens start with 180 days, so an unconsidered grant lasts no longer than one extension; the API defaults to two years
 * (BR-80).
 */
export const autoExtendDays = 180

/** BR-86: both spellings of no auto-extend, and the one of auto-extend. */
export const autoExtendDurations = ['PT0S', 'P0D', 'P180D'] as const
export type AutoExtendDuration = (typeof autoExtendDurations)[number]

export const extendsItself = (duration: AutoExtendDuration): boolean => duration === 'P180D'

const written = /^P(?:(?<weeks>\d+)W|(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<days>\d+)D)?)(?<=\d[WYMD])$/
const monthsOfYear = 12

export const isWithinDays = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= longestDays

/**
 * BR-80: the days of an ISO 8601 duration of any length: a year or twelve months count 365; other months have no number of days.
 * `not_in_days` for what is no duration, or one with hours.
 */
export function lengthOf(duration: string): number | 'in_months' | 'not_in_days' {
  const parts = written.exec(duration)?.groups
  if (!parts) return 'not_in_days'
  const months = Number(parts['months'] ?? 0)
  if (months % monthsOfYear !== 0) return 'in_months'
  return (Number(parts['years'] ?? 0) + months / monthsOfYear) * 365 + Number(parts['weeks'] ?? 0) * 7 + Number(parts['days'] ?? 0)
}

/** BR-80, BR-81: the days of a duration from P1D to P730D; undefined for any other. */
export function daysOf(duration: string): number | undefined {
  const days = lengthOf(duration)
  return typeof days === 'number' && isWithinDays(days) ? days : undefined
}

/** Returns when rights end that began at a time (ISO, UTC) and are not extended. */
export const firstEnd = (activatedDateTime: string, duration: string): string =>
  new Date(Date.parse(activatedDateTime) + (daysOf(duration) ?? 0) * 24 * 60 * 60 * 1000).toISOString()
