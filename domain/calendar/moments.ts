/**
 * Tells moments (milliseconds since 1970 in UTC) by day and time of day in a language, by the clock of a time zone, and names the zone:
 * what somebody has to keep wherever it is read. Throws RangeError for no zone.
 */
export function momentsIn(locale: string, timeZone: string, dateStyle: 'long' | 'medium'): (at: number) => string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: timeZone === 'UTC' ? 'short' : 'long', timeZone })
  return (at) => `${moment.format(at)} (${zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone})`
}
