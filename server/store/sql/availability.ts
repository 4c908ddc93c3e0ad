import { StoreUnavailable } from '../errors.ts'

/**
 * Database errors that concern its state, not the statement: connection lost (08), no room, memory or connections (53), shutting down,
 * starting or out of time (57), read-only (25006), a failing disk (58030, ENOSPC).
 */
const passing = /^(?:08...|53...|57014|57P0[1-5]|25006|58030|ENOSPC)$/

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Turns an error about the database's state into {@link StoreUnavailable}. */
export function withAvailability(error: unknown): unknown {
  const code = codeOf(error)
  return code !== undefined && passing.test(code) ? new StoreUnavailable(error, code) : error
}
