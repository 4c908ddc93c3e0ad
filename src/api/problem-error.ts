import type { Problem } from '../../domain/problem.ts'

/** The server answered, and the answer is a problem: `problem.detail` is a sentence in the language of the page. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** How long the server asks to wait before the next try. */
  readonly retryAfterSeconds: number | undefined
  /** Whether it is about the caller alone, while an earlier sending of the same call has not been answered. */
  readonly leavesOpen: boolean

  constructor(problem: Problem, retryAfterSeconds?: number, leavesOpen = false) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ProblemError'
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
    this.leavesOpen = leavesOpen
  }
}

/** No answer came: offline, the server gone, or the connection cut. Whether a write took place is not known. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause })
    this.name = 'NetworkError'
  }
}

/** The call was not sent: an earlier one that differs from it turned out to have arrived, and this is what it was answered with. */
export class EarlierArrived extends Error {
  readonly answer: unknown

  constructor(answer: unknown) {
    super('An earlier call arrived')
    this.name = 'EarlierArrived'
    this.answer = answer
  }
}

const missingCode = new WeakSet<Error>()

// However a browser words it, and whether it is about a script or its style.
globalThis.addEventListener?.('vite:preloadError', ({ payload }) => void missingCode.add(payload))

/** Whether code of a page could not be fetched: no connection, or it is no longer on the server after a new version was put there. */
export const isMissingCode = (error: unknown): error is Error => error instanceof Error && missingCode.has(error)

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.problem.code === code)

export const isNotFound = (error: unknown): boolean => isProblem(error) && error.problem.status === 404

/** Something between here and the server answered in its place: no word of the server's own. */
export const isOfOthers = (error: unknown): boolean => isProblem(error, 'unexpected')

/**
 * Whether an error leaves open what became of a write: no answer, one that is not the server's own, or a failure after which the server
 * may have saved all the same. Everything else is final.
 */
export const isSilence = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && (error.leavesOpen || error.problem.status >= 500 || isOfOthers(error)))

/** Whether it was refused for who is asking, before anything was done: a page of its own says so. */
export const isOfSession = (error: unknown): boolean => isProblem(error, 'session.required') || isProblem(error, 'session.other_person')

/** Which of these inputs a problem's pointer is about: the one that it names, or names a part of (`/days/0` of `/days`). */
export const inputAt = <Pointer extends string>(pointers: readonly Pointer[], pointer: string): Pointer | undefined =>
  pointers.find((each) => pointer === each || pointer.startsWith(`${each}/`))

/** What a problem says of the inputs that it names, by pointer (`/partnerId`), each with the rule behind it; undefined when of none. */
export function complaintsIn<Pointer extends string>(
  pointers: readonly Pointer[], { errors = [], rule }: Problem,
): Partial<Record<Pointer, string>> | undefined {
  const complaints: Partial<Record<Pointer, string>> = {}
  for (const { pointer, detail } of errors) {
    const input = inputAt(pointers, pointer)
    if (input !== undefined) complaints[input] ??= rule ? `${detail} (${rule})` : detail
  }
  return Object.keys(complaints).length > 0 ? complaints : undefined
}

/** The same of what a refused call threw, to stand beside the inputs; rethrows an error that is about none of them. */
export function complaintsAt<Pointer extends string>(pointers: readonly Pointer[], error: unknown): Partial<Record<Pointer, string>> {
  const complaints = isProblem(error) && complaintsIn(pointers, error.problem)
  if (!complaints) throw error
  return complaints
}
