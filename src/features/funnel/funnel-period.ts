import { dayMs } from '../../../domain/calendar/days.ts'

const usualDays = 90

/** The first and last day, both included, `YYYY-MM-DD` in the reader's calendar. */
export type Period = { from: string; to: string }

const shifted = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && shifted(text, 0) === text

/** The address's period; the last 90 days by default. */
export function periodOf(search: URLSearchParams, today: string): Period {
  const [from, to] = [search.get('from'), search.get('to')]
  return isDay(from) && isDay(to) && from <= to ? { from, to } : { from: shifted(today, 1 - usualDays), to: today }
}

export const isPeriod = ({ from, to }: Period): boolean => isDay(from) && isDay(to) && from <= to
