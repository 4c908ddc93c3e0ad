import type { ProblemCode } from '../problem-codes.ts'

/** One daily count: its owner, its subject and its maximum. `code` says why the next one is refused. */
export type Limit = { owner: string; what: string; most: number; code: ProblemCode }

/** A limit counts in UTC days, so that all processes agree. */
export const dayOf = (at: string): string => at.slice(0, 10)

export const nextDay = (at: string): string => new Date(Date.parse(`${dayOf(at)}T00:00:00.000Z`) + 86_400_000).toISOString()

export const secondsUntilNextDay = (at: string): number => Math.max(1, Math.ceil((Date.parse(nextDay(at)) - Date.parse(at)) / 1000))
