import type { ProblemCode } from '../problem-codes.ts'

/** One count of one day: whose, of what, and how many of it there may be. `code`: why the next one is refused. */
export type Limit = { owner: string; what: string; most: number; code: ProblemCode }

/** A limit counts what happens within one day of UTC, so that every process agrees on when it goes on. */
export const dayOf = (at: string): string => at.slice(0, 10)

/** When a new day begins. */
export const nextDay = (at: string): string => new Date(Date.parse(`${dayOf(at)}T00:00:00.000Z`) + 86_400_000).toISOString()

export const secondsUntilNextDay = (at: string): number => Math.max(1, Math.ceil((Date.parse(nextDay(at)) - Date.parse(at)) / 1000))
