import { createMiddleware } from 'hono/factory'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { AlreadyAnswered, StoreUnavailable } from '../../store/errors.ts'
import type { StoredAnswer } from '../../store/idempotency/idempotency.ts'
import type { Write } from '../../store/write.ts'
import type { ApiEnv, RequestContext } from './api-env.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from './problem-response.ts'
import { sha256 } from '../secrets.ts'

/** An idempotency record's answer; it never holds a link, which is added when it is shown. */
export type KeptAnswer<Body> = { status: number; body: Body }

/** Goes with a write to the store, so that its transaction keeps the answer; undefined without a key. */
export type Keep<Saved, Body> = (of: (saved: Saved) => KeptAnswer<Body>) => Write<Saved>['answer']

const longestKey = 128

/** Tells whether a call only asks for the first answer under a key. */
export const isRecall = (c: { req: Pick<RequestContext['req'], 'header'> }): boolean => c.req.header('Idempotency-Recall') !== undefined

/** Items of these routes have keys of their own, and read `isRecall` themselves. */
const ofItems = ['/api/invitations/bulk', '/api/delegated-admin/bulk', '/api/delegated-admin/dap/move']

export const notRecorded = () => new ApiProblem({ status: 404, code: 'idempotency.not_recorded' })

/**
 * Passes a recall to its endpoint only with the kept answer, which {@link answerOnce} then returns; else 404 `idempotency.not_recorded` at
 * every address.
 */
export const recalling = ({ store }: Pick<Ports, 'store'>) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    c.set('isRecall', isRecall(c))
    if (!c.var.isRecall) return next()
    const { caller } = c.var
    if (!caller) throw new ApiProblem({ status: 401, code: 'session.required' })
    if (!ofItems.includes(c.req.path)) {
      const { key, requestHash } = await nameOf(c, caller)
      const kept = await store.idempotency.find(scopeOf(caller), key)
      if (!kept) throw notRecorded()
      if (kept.requestHash !== (await requestHash())) throw mismatch()
      c.set('recalled', kept)
    }
    return next()
  })

/**
 * Does the work once per `Idempotency-Key`: a repeated call gets the first answer, also when both came at once or the work has since become
 * impossible. Another body under a used key is 422 `idempotency.mismatch`.
 */
export async function answerOnce<Saved, Body>(
  c: RequestContext,
  { store }: Pick<Ports, 'store'>,
  actor: Actor,
  work: (keep: Keep<Saved, Body>) => Promise<KeptAnswer<Body>>,
): Promise<KeptAnswer<Body>> {
  if (c.var.recalled) return kept<Body>(c.var.recalled)
  if (c.req.header('Idempotency-Key') === undefined) return work(() => undefined)
  const { key, requestHash: hashOf } = await nameOf(c, actor)
  const requestHash = await hashOf()
  const find = () => store.idempotency.find(scopeOf(actor), key)

  const earlier = await find()
  if (earlier) return again<Body>(earlier, requestHash)
  try {
    return await work((of) => ({ key, requestHash, of }))
  } catch (error) {
    // Asking the store now would take as long again; the next repeat is answered.
    if (error instanceof StoreUnavailable) throw error
    const first = await find()
    if (first) return again<Body>(first, requestHash)
    if (error instanceof AlreadyAnswered) throw new ApiProblem({ status: 503, code: 'request.busy', retryAfterSeconds: 1 })
    throw error
  }
}

/** A key belongs to one user and one address; the body is hashed only for comparison. */
async function nameOf(c: RequestContext, actor: Actor): Promise<{ key: string; requestHash: () => Promise<string> }> {
  const given = c.req.header('Idempotency-Key') ?? ''
  if (given === '' || given.length > longestKey)
    throw new ApiProblem({ status: 422, code: 'idempotency.key_invalid', params: { limit: longestKey } })
  const { pathname, search } = new URL(c.req.url)
  return {
    key: await sha256(JSON.stringify([actor.user.id, c.req.method, pathname, given])),
    requestHash: async () => sha256(JSON.stringify([search, await c.req.text()])),
  }
}

const mismatch = () => new ApiProblem({ status: 422, code: 'idempotency.mismatch' })

const kept = <Body>({ status, body }: StoredAnswer): KeptAnswer<Body> => ({ status, body: body as Body })

function again<Body>(answer: StoredAnswer, wanted: string): KeptAnswer<Body> {
  if (answer.requestHash !== wanted) throw mismatch()
  return kept(answer)
}
