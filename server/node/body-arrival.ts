import { buffer } from 'node:stream/consumers'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from './portal-env.ts'

const mebibyte = 1024 * 1024
const mostOfImport = 32 * mebibyte

const isImport = (path: string) => /^\/api\/[\w-]+\/import\/?$/.test(path)

/** How long bodies are waited for. Milliseconds. */
export type Patience = {
  /** Any body has this long, and a second more for each `bytesPerSecond` of it that have come. */
  within: number
  bytesPerSecond: number
  /** A body that is not there after this long is slow. */
  prompt: number
  /** So many slow bodies may come from one address at once. */
  slowEach: number
}

const usual: Patience = { within: 10_000, bytesPerSecond: 16 * 1024, prompt: 1_000, slowEach: 16 }

/** The longest that a body can take to arrive. */
export const longestArrival = usual.within + (mostOfImport / usual.bytesPerSecond) * 1_000

const refusals = {
  too_large: { status: 413, code: 'request.too_large' },
  too_slow: { status: 408, code: 'request.too_slow' },
  broken_off: { status: 400, code: 'request.broken_off' },
} as const

/**
 * Hands a request on once its body is there, so that who sends slowly occupies nothing. An import, which may be long, is handed on as it
 * comes: the API reads it only for who may import. 413 for a body that says it is too long before reading any of it, and for one that
 * turns out to be; 408 for one that comes too slowly, and the end of its connection.
 */
export function bodyArrival(patience: Patience = usual): Middleware {
  const slow = new Map<string, number>()

  return async (c, next) => {
    const announced = Number(c.req.header('Content-Length') ?? Number.NaN)
    const limit = isImport(c.req.path) ? mostOfImport : mebibyte
    if (announced > limit) return hostProblem(c, refusals.too_large)
    if (announced === 0 || !c.req.raw.body) return next()
    const address = c.get('address')
    const count = (change: number) => {
      const now = (slow.get(address) ?? 0) + change
      if (now > 0) slow.set(address, now)
      else slow.delete(address)
      return now
    }
    const arrival = arriving(c.req.raw.body, limit, patience, count)
    const handOn = (body: NonNullable<RequestInit['body']>) => {
      const withBody = { method: c.req.method, body, duplex: 'half' as const }
      c.req.raw = new Request(c.req.raw, withBody)
      return next()
    }
    try {
      if (isImport(c.req.path)) {
        const asItComes = NodeStream.from(arrival.chunks()) as ReadableStream<unknown>
        await handOn(asItComes as ReadableStream<Uint8Array<ArrayBuffer>>)
      } else {
        const body = await buffer(arrival.chunks()).catch(() => undefined)
        if (body) await handOn(body)
      }
    } finally {
      arrival.end()
    }
    const refused = arrival.refused()
    if (!refused) return undefined
    c.res = undefined
    c.res = hostProblem(c, refusals[refused])
    if (refused === 'too_slow') c.res.headers.set('Connection', 'close')
    return undefined
  }
}

function arriving(body: ReadableStream<Uint8Array>, limit: number, patience: Patience, countSlow: (change: number) => number) {
  const reader = body.getReader()
  const begun = performance.now()
  let received = 0
  let refused: keyof typeof refusals | undefined
  let isSlow = false
  let timer = setTimeout(() => {
    isSlow = true
    if (countSlow(1) > patience.slowEach) giveUp('too_slow')
    else waitOn()
  }, patience.prompt)

  function waitOn(): void {
    const left = begun + patience.within + (received / patience.bytesPerSecond) * 1_000 - performance.now()
    if (left > 0) timer = setTimeout(waitOn, Math.ceil(left))
    else giveUp('too_slow')
  }
  function giveUp(why: keyof typeof refusals): void {
    refused ??= why
    reader.cancel().catch(() => undefined)
  }
  function end(): void {
    clearTimeout(timer)
    if (isSlow) countSlow(-1)
    isSlow = false
  }
  return {
    refused: () => refused,
    end,
    /** Throws when the body is refused. */
    async *chunks() {
      for (;;) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          giveUp('broken_off')
          throw error
        })
        if (refused) throw new Error(refused)
        if (done) return end()
        received += value.byteLength
        if (received > limit) giveUp('too_large')
        if (refused) throw new Error(refused)
        yield value
      }
    },
  }
}
