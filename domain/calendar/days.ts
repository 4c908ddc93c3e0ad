/** Milliseconds. */
export const dayMs = 86_400_000
/** No zone is further from UTC than this. */
const furthestMs = 15 * 60 * 60 * 1000

/** Whether it names a time zone, such as `Asia/Seoul`. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** The calendar days of a time zone: what people who live by it call today, tomorrow and in 30 days. Throws RangeError for no zone. */
export function calendarOf(zone: string) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' })
  /** The day of a moment (milliseconds since 1970 in UTC), counted from 1970-01-01. */
  const dayOf = (at: number): number => {
    const named = new Map(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(named.get('year') ?? 0, (named.get('month') ?? 1) - 1, named.get('day')) / dayMs
  }
  return {
    /** How many midnights lie between two moments; negative when the second is on an earlier day. */
    daysBetween: (from: number, to: number): number => dayOf(to) - dayOf(from),
    /** When the day is over (ISO, UTC; the first moment of the next) that comes so many days after the one of `now`. */
    endOfDay: (now: string, days: number): string => {
      const next = dayOf(Date.parse(now)) + days + 1
      let [before, after] = [next * dayMs - furthestMs, next * dayMs + furthestMs]
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2)
        if (dayOf(middle) < next) before = middle
        else after = middle
      }
      return new Date(after).toISOString()
    },
  }
}
