import type { ProblemCode } from '../problem-codes.ts'
import { type Limit, nextDay, secondsUntilNextDay } from './limit.ts'

/** Thrown, with nothing changed, when a day's limit has no room. */
export class TooMany extends Error {
  readonly code: ProblemCode
  readonly most: number
  /** When the limit has room again. */
  readonly goesOnAt: string
  readonly retryAfterSeconds: number

  constructor({ code, most }: Pick<Limit, 'code' | 'most'>, at: string) {
    super(`${code}: ${most} a day`)
    this.code = code
    this.most = most
    this.goesOnAt = nextDay(at)
    this.retryAfterSeconds = secondsUntilNextDay(at)
  }
}
