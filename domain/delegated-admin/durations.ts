/** BR-80, BR-102. */
export const longestDays = 730
/** BR-79, BR-102: an unanswered request is cleaned up after so many days. */
export const daysToApprove = 90
/** BR-95: what has ended is cleaned up after so many days. */
export const daysKept = 365
/** A relationship that ends within so many days is called expiring (BR-91: the first reminder). */
export const daysExpiring = 30
/**
 * BR-86. The screens begin with as many, so that whoever thinks no further gives rights for no longer than one automatic extension; two
 * years, the default of BR-80, is what the API takes when nothing is said.
 */
export const autoExtendDays = 180

/** BR-86: both spellings of "no" and the one of "yes". */
export const autoExtendDurations = ['PT0S', 'P0D', 'P180D'] as const
export type AutoExtendDuration = (typeof autoExtendDurations)[number]

export const extendsItself = (duration: AutoExtendDuration): boolean => duration === 'P180D'

/**
 * BR-80, BR-81: days of an ISO 8601 duration from P1D to P730D; P2Y and P1Y count 365 days a year. Undefined for everything else, so that
 * nothing lasts for ever or not at all.
 */
export function daysOf(duration: string): number | undefined {
  const [, years, days] = /^P(?:([12])Y|(\d{1,3})D)$/.exec(duration) ?? []
  const count = years === undefined ? Number(days ?? 0) : Number(years) * 365
  return count >= 1 && count <= longestDays ? count : undefined
}

/** When the rights end that began at a moment (ISO, UTC), as long as nothing extends them. */
export const firstEnd = (activatedDateTime: string, duration: string): string =>
  new Date(Date.parse(activatedDateTime) + (daysOf(duration) ?? 0) * 24 * 60 * 60 * 1000).toISOString()
