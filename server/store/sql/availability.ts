/**
 * Thrown when the database cannot be reached, is full, read only or takes too long; it may pass by itself. Whether a write that was under
 * way has taken place is not known: its Idempotency-Key tells. `code` is the database's or the system's own.
 */
export class StoreUnavailable extends Error {
  readonly code: string | undefined

  constructor(cause: unknown, code?: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.code = code
  }
}

/**
 * What the database says when it cannot do its work at the moment, whatever the statement: connection lost (08), no room, memory or
 * connections (53), shutting down, starting or out of time (57), read only (25006), a disk that fails (58030, ENOSPC).
 */
const passing = /^(?:08...|53...|57014|57P0[1-5]|25006|58030|ENOSPC)$/

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** The same error, or {@link StoreUnavailable} in its place when it is not about the statement but about the database. */
export function withAvailability(error: unknown): unknown {
  const code = codeOf(error)
  return code !== undefined && passing.test(code) ? new StoreUnavailable(error, code) : error
}
