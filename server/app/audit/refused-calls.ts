import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { ApiEnv } from '../http/api-env.ts'
import type { ProblemFacts, Refused } from '../http/problem-response.ts'
import type { Ports } from '../ports.ts'
import { sha256 } from '../secrets.ts'
import { attempts } from './attempts.ts'
import { recordOf } from './record.ts'

/** Rows that refused calls of one person leave in an hour. */
const mostAnHour = 100
/** Writes under way in this process; with more, the store is what is slow, and they are reported instead of kept. */
const mostAtOnce = 200

const safe = ['GET', 'HEAD', 'OPTIONS']
/** What no rule has refused: another person's page, and keys of the protocol. */
const ofProtocol = /^(session|idempotency|request\.version|field)\b/

/** Whether a rule, or a version that has passed, refused a call that was understood. */
const isRuled = ({ status, code, rule }: ProblemFacts): boolean =>
  ([403, 409, 412].includes(status) || (status === 422 && rule !== undefined)) && !ofProtocol.test(code)

const routeOf = (c: Context<ApiEnv>): string => `${c.req.method} ${routePath(c, -1).replace(/^\/api/, '').replace(/:(\w+)/g, '{$1}')}`

/**
 * Lets what follows keep refused calls of signed-in people in their organisation's log. No answer waits for it, and none fails with it.
 * The row that a path names is one that the caller sees, since any other is a 404.
 */
export function keepingRefused({ store, now, meanwhile, reportFailure }: Ports): MiddlewareHandler<ApiEnv> {
  let atOnce = 0

  async function keep(c: Context<ApiEnv>, caller: Actor, { facts, item }: Refused): Promise<void> {
    const userId = caller.user.id
    const route = routeOf(c)
    const [action, noun] = attempts[route] ?? ['call.refused', 'organizations']
    // What a token does not open is refused before anybody looks whether the row is the caller's.
    const nounId = facts.code.startsWith('token.') ? '' : (rowIn(c, route) ?? '')
    const actor = { ...caller, through: c.var.through ?? 'browser' }
    const { audit: [event] } = recordOf(actor, [
      {
        at: now().toISOString(), action, noun, nounId, organizationIds: [scopeOf(caller).organizationId],
        details: { ...facts.params, route, ...(item !== undefined && { item }) },
        customerId: noun === 'customers' && nounId !== '' ? nounId : null,
      },
    ])
    if (!event) return
    const id = await repeatedAs(c, userId, [facts.code, item])
    await store.audit.keepRefusal({ event: { ...event, refused: facts.code }, id, userId }, mostAnHour)
  }

  const keepRefused = (c: Context<ApiEnv>, refusals: readonly Refused[]): void => {
    const { caller } = c.var
    // A recall only asks what became of a call.
    if (!caller || c.var.isRecall || safe.includes(c.req.method)) return
    // The last one says that there were more.
    const ruled = refusals.filter(({ facts }) => isRuled(facts)).slice(0, mostAnHour + 1)
    if (ruled.length === 0) return
    const report = (error: unknown) => reportFailure?.(error, c.var.requestId)
    if (atOnce >= mostAtOnce) return report(new Error('A refused call is not in the log: too many are being written'))
    atOnce += 1
    const keepAll = async () => {
      for (const refusal of ruled) await keep(c, caller, refusal)
    }
    meanwhile(keepAll().catch(report).finally(() => (atOnce -= 1)))
  }
  return async (c, next) => {
    c.set('keepRefused', (refusals) => keepRefused(c, refusals))
    await next()
  }
}

/** The id that the route's `{id}` or `{partnerId}` stands for. */
function rowIn(c: Context<ApiEnv>, route: string): string | undefined {
  const at = (route.split(' ')[1] ?? '').split('/').findIndex((part) => part === '{id}' || part === '{partnerId}')
  return at < 0 ? undefined : c.req.path.replace(/^\/api/, '').split('/')[at]?.toLowerCase()
}

/** The id of the row that calls with one key share, for each item and refusal; undefined without a key. */
async function repeatedAs(c: Context<ApiEnv>, userId: string, what: readonly unknown[]): Promise<string | undefined> {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return undefined
  const hash = await sha256(JSON.stringify(['refused', userId, c.req.method, c.req.path, key, ...what]))
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}
