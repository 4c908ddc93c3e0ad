/** Thrown, with nothing changed, when a row's `version` is no longer the one read. */
export class StaleWrite extends Error {}
/** Thrown, with nothing changed, when this Idempotency-Key has an answer: read it with `idempotency.find`. */
export class AlreadyAnswered extends Error {}
/** Thrown, with nothing changed, when the partner has a relationship of this name (BR-82). */
export class NameTaken extends Error {}
/** Thrown, with nothing changed, when the domain is proven for another organisation. */
export class DomainTaken extends Error {}
/** Thrown for a cursor of another list, view or scope. */
export class InvalidCursor extends Error {}

/**
 * Thrown when the database is unreachable, full, read-only or too slow; it may pass. The outcome of a write is unknown until its
 * Idempotency-Key tells. `code` is the database's or the system's.
 */
export class StoreUnavailable extends Error {
  readonly code: string | undefined

  constructor(cause: unknown, code?: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.code = code
  }
}
