import { calendarOf } from '../../domain/calendar/days.ts'
import { momentsIn } from '../../domain/calendar/moments.ts'
import type { Locale } from '../../domain/session/locales.ts'

type Moment = Date | string | number

const minute = 60_000
const hour = 60 * minute
/** Beyond this many days a date says more. */
const nearDays = 30

/** This browser's time zone, such as `Asia/Seoul`. */
export const readersZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const ms = (at: Moment): number => new Date(at).getTime()

/** Formats dates, times and numbers in a language and the reader's time zone. */
export function formatsFor(locale: Locale, timeZone: string = readersZone()) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const deadline = momentsIn(locale, timeZone, 'medium')
  const dayOfYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone })
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const { daysBetween } = calendarOf(timeZone)
  const formatDate = (at: Moment): string => date.format(ms(at))
  /** "20 minutes ago", on the same day "in 2 hours", else "tomorrow", "in 30 days"; undefined further away. */
  const formatDistance = (at: Moment, now: Moment): string | undefined => {
    const distance = ms(at) - ms(now)
    if (Math.abs(distance) < minute) return relative.format(0, 'second')
    if (Math.abs(distance) < hour) return relative.format(Math.trunc(distance / minute), 'minute')
    const days = daysBetween(ms(now), ms(at))
    if (days === 0) return relative.format(Math.trunc(distance / hour), 'hour')
    return Math.abs(days) <= nearDays ? relative.format(days, 'day') : undefined
  }
  return {
    formatDate,
    formatDateTime: (at: Moment): string => dateTime.format(ms(at)),
    /** A deadline, with its time zone. */
    formatDeadline: (at: Moment): string => deadline(ms(at)),
    /** Omits the present year. */
    formatDay: (at: Moment, now: Moment): string =>
      year.format(ms(at)) === year.format(ms(now)) ? dayOfYear.format(ms(at)) : formatDate(at),
    formatDistance,
    /** Calendar days until a time; negative in the past. */
    daysUntil: (at: Moment, now: Moment): number => daysBetween(ms(now), ms(at)),
    /** The distance if near, else the date. */
    formatRelative: (at: Moment, now: Moment): string => formatDistance(at, now) ?? formatDate(at),
    formatNumber: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value),
    formatList: (items: readonly string[]) => list.format(items),
    formatCountry: (code: string) => regions.of(code) ?? code,
  }
}
