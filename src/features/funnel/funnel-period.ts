const day = 24 * 60 * 60 * 1000
const usualDays = 90

/** From the first day to the last, both included, `YYYY-MM-DD` by the clock of UTC. */
export type Period = { from: string; to: string }

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text

/** The period that an address asks for; the last 90 days where it asks for none that there is. */
export function periodOf(search: URLSearchParams, now: number): Period {
  const [from, to] = [search.get('from'), search.get('to')]
  return isDay(from) && isDay(to) && from <= to ? { from, to } : { from: dayOf(now - (usualDays - 1) * day), to: dayOf(now) }
}

/** Whether these are two days in their order. */
export const isPeriod = ({ from, to }: Period): boolean => isDay(from) && isDay(to) && from <= to
