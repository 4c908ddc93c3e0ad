const mostDays = 5
const lastDay = 365

/** The days that a person typed, `3, 7, 14`; undefined when they cannot be a schedule. Nothing typed is none. */
export function daysOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,;、，]+/u).filter(Boolean)
  const days = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 0))
  const isSchedule = days.length <= mostDays && days.every((day, index) => day > (days[index - 1] ?? 0) && day <= lastDay)
  return isSchedule ? days : undefined
}
