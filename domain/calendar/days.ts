/** Milliseconds. */
export const dayMs = 86_400_000
/** No time zone is further from UTC. */
const furthestMs = 15 * 60 * 60 * 1000

/** Tells whether the name is a time zone, such as `Asia/Seoul`. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Counts calendar days in a time zone. Throws RangeError for an unknown zone. */
export function calendarOf(zone: string) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' })
  /** Returns a time's (ms since 1970, UTC) day, counted from 1970-01-01. */
  const dayOf = (at: number): number => {
    const named = new Map(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(named.get('year') ?? 0, (named.get('month') ?? 1) - 1, named.get('day')) / dayMs
  }
  /** Returns when a day (counted as above) begins (ISO, UTC). */
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
    /** Returns a time's (ms since 1970, UTC) day, `YYYY-MM-DD`. */
    dayAt: (at: number): string => new Date(dayOf(at) * dayMs).toISOString().slice(0, 10),
    /** Counts the midnights between two times; negative when the second is on an earlier day. */
    daysBetween: (from: number, to: number): number => dayOf(to) - dayOf(from),
    /** Returns when the day (`YYYY-MM-DD`), or the one `daysAfter` days later, begins (ISO, UTC). */
    startOf: (day: string, daysAfter = 0): string => firstOf(Date.parse(day) / dayMs + daysAfter),
    /** Returns when the day `days` after `now` ends: the next midnight (ISO, UTC). */
    endOfDay: (now: string, days: number): string => firstOf(dayOf(Date.parse(now)) + days + 1),
  }
}
