/** Thrown, with nothing changed, when a row's `version` is no longer the one that was read. */
export class StaleWrite extends Error {}
/** Thrown, with nothing changed, when this Idempotency-Key has an answer already: read it with `answers.find`. */
export class AlreadyAnswered extends Error {}
/** Thrown, with nothing changed, when the partner has a relationship with this name (BR-82). */
export class NameTaken extends Error {}
/** Thrown when a cursor was not made by this list with this view and scope. */
export class InvalidCursor extends Error {}

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
