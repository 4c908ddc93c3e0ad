import type { Locale } from '../../domain/session/locales.ts'

type Moment = Date | string | number

const steps = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Dates, times and numbers as the language writes them; times are shown in the reader's own time zone. */
export function formatsFor(locale: Locale) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  return {
    formatDate: (at: Moment) => date.format(new Date(at)),
    formatDateTime: (at: Moment) => dateTime.format(new Date(at)),
    /** "3 days ago", "in 2 hours"; under a minute is "now". */
    formatRelative: (at: Moment, now: Moment = Date.now()): string => {
      const distance = new Date(at).getTime() - new Date(now).getTime()
      for (const [unit, size] of steps) {
        if (Math.abs(distance) >= size) return relative.format(Math.trunc(distance / size), unit)
      }
      return relative.format(0, 'second')
    },
    formatNumber: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value),
    formatList: (items: readonly string[]) => list.format(items),
    /** The name of an ISO 3166-1 alpha-2 country. */
    formatCountry: (code: string) => regions.of(code) ?? code,
  }
}
