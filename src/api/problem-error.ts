import type { Problem } from '../../domain/problem.ts'

/** The server answered, and the answer is a problem: `problem.detail` is a sentence in the language of the page. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** How long the server asks to wait before the next try. */
  readonly retryAfterSeconds: number | undefined

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ProblemError'
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** No answer came: offline, the server gone, or the connection cut. Whether a write took place is not known. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause })
    this.name = 'NetworkError'
  }
}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.problem.code === code)

/** Whether it was refused for who is asking, before anything was done: a page of its own says so. */
export const isOfSession = (error: unknown): boolean => isProblem(error, 'session.required') || isProblem(error, 'session.other_person')

/**
 * What a refused call says of the inputs it names, by pointer (`/partnerId`), each with the rule behind it: to stand beside them.
 * Rethrows an error that is about none of them.
 */
export function complaintsAt(pointers: readonly string[], error: unknown): Record<string, string> {
  const { errors = [], rule } = error instanceof ProblemError ? error.problem : {}
  const named = errors.filter(({ pointer }) => pointers.includes(pointer))
  if (named.length === 0) throw error
  return Object.fromEntries(named.map(({ pointer, detail }) => [pointer, rule ? `${detail} (${rule})` : detail]))
}
