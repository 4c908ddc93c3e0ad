import { createRoute, z } from '@hono/zod-openapi'
import { InvalidCursor, type Store } from '../../store/store.ts'
import { type Scope, scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../api.ts'
import { problems } from '../documented.ts'
import type { Ports } from '../ports.ts'
import { streamed } from '../streamed.ts'

export const eventRoutes = {
  follow: createRoute({
    method: 'get',
    path: '/events',
    middleware: signedIn,
    responses: {
      200: { description: 'What changes in the actor’s sight, as it does', content: { 'text/event-stream': { schema: z.string() } } },
      ...problems(401),
    },
  }),
}

const pause = { betweenLooks: 500, betweenHeartbeats: 15_000, beforeReconnect: 1_000 }

export const eventEndpoints = (ports: Ports) =>
  endpoints().openapi(eventRoutes.follow, (c) => {
    const ended = new AbortController()
    c.req.raw.signal.addEventListener('abort', () => ended.abort())
    const isStillSignedIn = async () =>
      c.var.sessionHash !== undefined && (await ports.store.sessions.find(c.var.sessionHash, ports.now().toISOString())) !== undefined
    const listener = { scope: scopeOf(c.var.actor), lastSeen: c.req.header('Last-Event-ID'), isStillSignedIn, ended: ended.signal }
    const news = untilItFails(follow(ports.store, listener), (error) => ports.reportFailure?.(error, c.var.requestId))
    return c.body(streamed(news, () => ended.abort()), 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  })

type News = AsyncGenerator<string, void, void>
type Listener = { scope: Scope; lastSeen: string | undefined; isStillSignedIn: () => Promise<boolean>; ended: AbortSignal }

/** Ends when nobody listens, when the session has ended, or when news were lost; a browser then connects again and reads anew. */
async function* follow(store: Store, { scope, lastSeen, isStillSignedIn, ended }: Listener): News {
  let { cursor } = await beginning(store, scope, lastSeen)
  yield `retry: ${pause.beforeReconnect}\nid: ${cursor}\n: listening\n\n`
  for (let quiet = 0; ; quiet += pause.betweenLooks) {
    await waited(pause.betweenLooks, ended)
    if (ended.aborted) return
    if (!(await isStillSignedIn())) return
    const news = await store.changes.since(scope, cursor)
    if (news.missed) return
    cursor = news.cursor
    if (news.changes.length > 0) yield news.changes.map((change) => `data: ${JSON.stringify(change)}\nid: ${cursor}\n\n`).join('')
    if (quiet < pause.betweenHeartbeats) continue
    yield ': still here\n\n'
    quiet = 0
  }
}

/** Where the listener left off, if that can still be told; otherwise now. */
async function beginning({ changes }: Store, scope: Scope, lastSeen: string | undefined) {
  if (lastSeen === undefined) return changes.since(scope, undefined)
  try {
    const { missed } = await changes.since(scope, lastSeen)
    return missed ? await changes.since(scope, undefined) : { cursor: lastSeen }
  } catch (error) {
    if (error instanceof InvalidCursor) return changes.since(scope, undefined)
    throw error
  }
}

async function* untilItFails(news: News, failed: (error: unknown) => void): News {
  try {
    yield* news
  } catch (error) {
    failed(error)
  }
}

const waited = (milliseconds: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ended.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    ended.addEventListener('abort', done)
    function done() {
      clearTimeout(timer)
      ended.removeEventListener('abort', done)
      resolve()
    }
  })
