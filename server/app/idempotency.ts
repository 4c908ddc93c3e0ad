import type { Actor } from '../../domain/session/actor.ts'
import { scopeOf } from '../store/scope.ts'
import { AlreadyAnswered, StoreUnavailable, type StoredAnswer, type Write } from '../store/store.ts'
import type { Asking } from './api-env.ts'
import type { Ports } from './ports.ts'
import { ApiProblem } from './problem-response.ts'
import { sha256 } from './secrets.ts'

/** An answer as it is kept for a repeated call. It never holds a link: what may not be kept is added when it is shown. */
export type KeptAnswer<Body> = { status: number; body: Body }

/** What a write passes to the store, so that the answer is kept in the write's own transaction; undefined without a key. */
export type Keep<Saved, Body> = (of: (saved: Saved) => KeptAnswer<Body>) => Write<Saved>['answer']

const longestKey = 128

/** Asks for the first answer under a key and for nothing else: without one it is 404 `idempotency.not_recorded`, and no work is done. */
const recallHeader = 'Idempotency-Recall'

/**
 * Does the work once for every `Idempotency-Key`, whoever comes first: a repeated call gets the first answer again, also when both came
 * at the same time or the first has since made the same work impossible. Another body under a used key is 422 `idempotency.mismatch`.
 * Keys belong to one user and one address.
 */
export async function answerOnce<Saved, Body>(
  c: Asking,
  { store }: Pick<Ports, 'store'>,
  actor: Actor,
  work: (keep: Keep<Saved, Body>) => Promise<KeptAnswer<Body>>,
): Promise<KeptAnswer<Body>> {
  const given = c.req.header('Idempotency-Key')
  const isRecall = c.req.header(recallHeader) !== undefined
  if (given === undefined && !isRecall) return work(() => undefined)
  if (given === undefined || given === '' || given.length > longestKey)
    throw new ApiProblem({ status: 422, code: 'idempotency.key_invalid', params: { limit: longestKey } })

  const { pathname, search } = new URL(c.req.url)
  const key = await sha256(JSON.stringify([actor.user.id, c.req.method, pathname, given]))
  const requestHash = await sha256(JSON.stringify([search, await c.req.text()]))
  const kept = () => store.answers.find(scopeOf(actor), key)

  const earlier = await kept()
  if (earlier) return again<Body>(earlier, requestHash)
  if (isRecall) throw new ApiProblem({ status: 404, code: 'idempotency.not_recorded' })
  try {
    return await work((of) => ({ key, requestHash, of }))
  } catch (error) {
    // Asking now would take as long again; whoever sends it once more is answered then.
    if (error instanceof StoreUnavailable) throw error
    const first = await kept()
    if (first) return again<Body>(first, requestHash)
    if (error instanceof AlreadyAnswered) throw new ApiProblem({ status: 503, code: 'request.busy', retryAfterSeconds: 1 })
    throw error
  }
}

function again<Body>({ requestHash, status, body }: StoredAnswer, wanted: string): KeptAnswer<Body> {
  if (requestHash !== wanted) throw new ApiProblem({ status: 422, code: 'idempotency.mismatch' })
  return { status, body: body as Body }
}
