import { calendarOf, dayMs } from '../calendar/days.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** BR-108: how far back a query may begin, and how much it may span, in days. */
export const auditReach = { days: 90, windowDays: 30 } as const

/** A window that spans a change of clocks is an hour longer. */
const clockChangeMs = 60 * 60 * 1000

/** Days (`YYYY-MM-DD`) of the reader's calendar, both included, or moments (ISO), the second excluded. */
type Asked = { from?: string | undefined; to?: string | undefined }
export type AuditWindow = { from: string; before: string }

/** Returns the moments that a query of the log asks for: the 30 days until `to` or now when it does not say since when. */
export function auditWindow({ from, to }: Asked, now: Date, zone: string): AuditWindow {
  const { startOf } = calendarOf(zone)
  const moment = (given: string, daysAfter: number) => (given.includes('T') ? new Date(given).toISOString() : startOf(given, daysAfter))
  // What is written at this very moment is in it.
  const before = to === undefined ? new Date(now.getTime() + 1).toISOString() : moment(to, 1)
  const start = new Date(Math.min(Date.parse(before), now.getTime()) - auditReach.windowDays * dayMs).toISOString()
  return { before, from: from === undefined ? start : moment(from, 0) }
}

/** BR-108: a query begins 90 days ago at the earliest, by the reader's calendar, and spans 30 days at most. */
export function canReadWindow({ from, before }: AuditWindow, now: Date, zone: string): Verdict {
  const { startOf, dayAt } = calendarOf(zone)
  if (from >= before) return refused('limit', 'audit.window_backwards', 'BR-108')
  if (from < startOf(dayAt(now.getTime()), -auditReach.days))
    return refused('limit', 'audit.too_long_ago', 'BR-108', { params: { days: auditReach.days } })
  return Date.parse(before) - Date.parse(from) <= auditReach.windowDays * dayMs + clockChangeMs
    ? allowed
    : refused('limit', 'audit.window_too_long', 'BR-108', { params: { days: auditReach.windowDays } })
}
