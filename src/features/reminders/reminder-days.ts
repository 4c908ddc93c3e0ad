const mostDays = 5
const lastDay = 365

/** Reads typed days, `3, 7, 14`; undefined when they make no schedule. Empty text is an empty schedule. */
export function daysOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,;、，]+/u).filter(Boolean)
  const days = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 0))
  const isSchedule = days.length <= mostDays && days.every((day, index) => day > (days[index - 1] ?? 0) && day <= lastDay)
  return isSchedule ? days : undefined
}
