import { z } from '@hono/zod-openapi'
import { InvalidCursor } from '../../store/errors.ts'
import { type Scope, scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { scoped } from '../http/described.ts'
import { problems } from '../http/documented.ts'
import { createEventHub } from './event-hub.ts'
import type { Ports } from '../ports.ts'

export const eventRoutes = {
  follow: scoped.read.get('/events', {
    query: z.object({
      actingAs: z.string().optional(),
      since: z.iso.datetime().optional().openapi({ description: 'Changes since this moment are told, of a minute at most' }),
    }).strict(),
  }, {
    200: { description: 'What changes in the actor’s sight, as it does', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(401, 429),
  }),
}

const beforeReconnect = 1_000
/** A new stream begins at most this many milliseconds back. */
const longestBack = 60_000
/** Bytes that may wait for a reader; a slower one is cut off and reconnects. */
const mostWaiting = 64 * 1024

/** A stream ends without a reader, with its session, or when changes were lost; a browser then reconnects and reads again. */
export const eventEndpoints = (ports: Ports) => {
  const hub = createEventHub(ports)
  return endpoints().openapi(eventRoutes.follow, async (c) => {
    const scope = scopeOf(c.var.actor)
    const { token, sessionHash = '' } = c.var
    const session = token?.hash ?? sessionHash
    const leavePlace = hub.takePlace(session)
    try {
      const cursor = await beginning(ports, scope, c.req.header('Last-Event-ID'), c.req.valid('query').since)
      const news = newsStream((tell, end) =>
        hub.listen({
          scope, session, isToken: token !== undefined, requestId: c.var.requestId, cursor, tell, end: () => { leavePlace(); end() },
        }))
      const { signal } = c.req.raw
      if (signal.aborted) news.stop()
      signal.addEventListener('abort', news.stop)
      news.tell(`retry: ${beforeReconnect}\nid: ${cursor}\n: listening\n\n`)
      return c.body(news.body, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    } catch (error) {
      leavePlace()
      throw error
    }
  })
}

type Tell = (text: string) => { heard: boolean }

/** A body that buffers a bounded amount for its reader. */
function newsStream(listen: (tell: Tell, end: () => void) => () => void) {
  const encoder = new TextEncoder()
  let isOver = false
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const tell: Tell = (text) => {
    if (isOver) return { heard: false }
    const heard = (controller.desiredSize ?? 0) > 0
    if (heard) controller.enqueue(encoder.encode(text))
    else controller.error(new Error('Nobody reads these events'))
    isOver ||= !heard
    return { heard }
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => { controller = own },
      cancel: () => {
        isOver = true
        stop()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  )
  const stop = listen(tell, () => {
    if (!isOver) controller.close()
    isOver = true
  })
  return { body, tell, stop }
}

/** Starts at the listener's cursor if it is still kept, else at the end of what it has read, else now. */
async function beginning({ store: { changes }, now: present }: Ports, scope: Scope, lastSeen?: string, since?: string): Promise<string> {
  const now = async () => (await changes.since(scope, undefined)).cursor
  if (lastSeen === undefined && since !== undefined) {
    const longestAgo = new Date(present().getTime() - longestBack).toISOString()
    return changes.cursorAt(scope, since > longestAgo ? since : longestAgo)
  }
  if (lastSeen === undefined) return now()
  try {
    return (await changes.since(scope, lastSeen)).missed ? await now() : lastSeen
  } catch (error) {
    if (error instanceof InvalidCursor) return now()
    throw error
  }
}
