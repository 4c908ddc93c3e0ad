/** Formats times (ms since 1970, UTC) with day, time and time zone in a language. Throws RangeError for an unknown zone. */
export function momentsIn(locale: string, timeZone: string, dateStyle: 'long' | 'medium'): (at: number) => string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: timeZone === 'UTC' ? 'short' : 'long', timeZone })
  return (at) => `${moment.format(at)} (${zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone})`
}
