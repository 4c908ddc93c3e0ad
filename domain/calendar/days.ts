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
  /** The first moment of a day, counted as above (ISO, UTC). */
  const firstOf = (day: number): string => {
    let [before, after] = [day * dayMs - furthestMs, day * dayMs + furthestMs]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (dayOf(middle) < day) before = middle
      else after = middle
    }
    return new Date(after).toISOString()
  }
  return {
    /** The day of a moment (milliseconds since 1970 in UTC) by name: `YYYY-MM-DD`. */
    dayAt: (at: number): string => new Date(dayOf(at) * dayMs).toISOString().slice(0, 10),
    /** How many midnights lie between two moments; negative when the second is on an earlier day. */
    daysBetween: (from: number, to: number): number => dayOf(to) - dayOf(from),
    /** When the day of that name (`YYYY-MM-DD`) begins, or the one that comes so many days after it (ISO, UTC). */
    startOf: (day: string, daysAfter = 0): string => firstOf(Date.parse(day) / dayMs + daysAfter),
    /** When the day is over (ISO, UTC; the first moment of the next) that comes so many days after the one of `now`. */
    endOfDay: (now: string, days: number): string => firstOf(dayOf(Date.parse(now)) + days + 1),
  }
}
