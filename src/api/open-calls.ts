import { onWorkForgotten, personNow } from './kept-work.ts'
import { isProblem, type ProblemError } from './problem-error.ts'

/** What of a write makes it the same one again; everything else of it may differ. */
type Content = { body?: unknown; query?: unknown; ifMatch?: string | undefined }

/** A write as it was sent, to which no final answer has come. */
type OpenCall<Options> = { key: string; content: string; options: Options }

const calls = new Map<string, OpenCall<unknown> & { person: string }>()

let forgets = false

/** Begun with the first call that is kept: every page loads this, and nothing of it may depend on what else is loaded already. */
function forgetWithWork(): void {
  if (forgets) return
  forgets = true
  onWorkForgotten((isTheirs) => {
    for (const [subject, { person }] of calls) if (isTheirs(person)) calls.delete(subject)
  })
}

export const contentOf = ({ body, query, ifMatch }: Content): string => JSON.stringify([body, query, ifMatch])

/**
 * The open call of this method at this address, one at most, of whoever is signed in now and on whatever page it was made: `keep` it as
 * long as its outcome is not known, so that the same content goes out under the same key, and `close` it then.
 */
export function callTo<Options extends Content & { method?: string }>(path: string, { method }: Options) {
  const person = personNow()
  const subject = JSON.stringify([person, method, path])
  return {
    open: calls.get(subject) as OpenCall<Options> | undefined,
    keep: (options: Options & { idempotencyKey: string }): void => {
      forgetWithWork()
      calls.set(subject, { key: options.idempotencyKey, content: contentOf(options), options, person })
    },
    close: (): void => void calls.delete(subject),
  }
}

/** Says something of whoever calls or how it came, before any work is looked at: nothing of what became of an earlier sending. */
export const isBeforeWork = (error: unknown): error is ProblemError =>
  isProblem(error) && ([401, 408, 413, 429].includes(error.problem.status) || error.problem.code.startsWith('session.'))
