import { buffer } from 'node:stream/consumers'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { hostProblem } from '../http/host-problem.ts'
import type { Middleware } from '../portal-env.ts'

const mebibyte = 1024 * 1024
const mostOfImport = 32 * mebibyte

const isImport = (path: string) => /^\/api\/[\w-]+\/import\/?$/.test(path)

/** How long the server waits for bodies, in milliseconds that they keep their reader waiting, and how many bytes it holds. */
export type Patience = {
  /** Every body has this long, and a second more per `bytesPerSecond` received. */
  within: number
  bytesPerSecond: number
  /** A body that takes longer is slow. */
  prompt: number
  /** The limit of slow bodies from one address. */
  slowEach: number
  /** The limit of held bytes over all addresses. */
  heldInAll: number
}

const usual: Patience = { within: 10_000, bytesPerSecond: 16 * 1024, prompt: 1_000, slowEach: 16, heldInAll: 128 * mebibyte }

/** The longest arrival of a body. */
export const longestArrival = usual.within + (mostOfImport / usual.bytesPerSecond) * 1_000

const refusals = {
  too_large: { status: 413, code: 'request.too_large' },
  too_slow: { status: 408, code: 'request.too_slow' },
  broken_off: { status: 400, code: 'request.broken_off' },
  too_crowded: { status: 503, code: 'server.overloaded', retryAfterSeconds: 1 },
} as const
type Why = keyof typeof refusals

/** The state that all arrivals share. */
type Company = {
  /** Counts an arrival as slow; false when its address has too many. */
  joinSlow(arrival: object, giveWay: () => void): boolean
  leaveSlow(arrival: object): void
  /** Takes room for these bytes, pushing out slow bodies, the oldest first; false when there is none. */
  hold(bytes: number): boolean
  release(bytes: number): void
}

/**
 * Passes a request on once its body has arrived, so that a slow sender occupies nothing. Streams imports, which the API reads only for who
 * may import. 413 for a body that is or declares itself too long; 408, closing the connection, for a slow one; likewise 503 without room. A
 * body takes room until its response.
 */
export function bodyArrival(patience: Patience = usual): Middleware {
  const companyAt = companies(patience)

  return async (c, next) => {
    const announced = Number(c.req.header('Content-Length') ?? Number.NaN)
    const limit = isImport(c.req.path) ? mostOfImport : mebibyte
    if (announced > limit) return hostProblem(c, refusals.too_large)
    if (announced === 0 || !c.req.raw.body) return next()
    const arrival = arriving(c.req.raw.body, limit, patience, companyAt(c.get('address')))
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
    if (refused === 'too_slow' || refused === 'too_crowded') c.res.headers.set('Connection', 'close')
    return undefined
  }
}

function companies({ slowEach, heldInAll }: Patience): (address: string) => Company {
  const slowAt = new Map<string, number>()
  const givingWay = new Map<object, () => void>()
  let held = 0
  return (address) => {
    const count = (change: number) => {
      const now = (slowAt.get(address) ?? 0) + change
      if (now > 0) slowAt.set(address, now)
      else slowAt.delete(address)
      return now
    }
    return {
      joinSlow(arrival, giveWay) {
        givingWay.set(arrival, giveWay)
        return count(1) <= slowEach
      },
      leaveSlow(arrival) {
        if (givingWay.delete(arrival)) count(-1)
      },
      hold(bytes) {
        held += bytes
        for (const giveWay of givingWay.values()) {
          if (held <= heldInAll) return true
          giveWay()
        }
        return held <= heldInAll
      },
      release(bytes) {
        held -= bytes
      },
    }
  }
}

function arriving(body: ReadableStream<Uint8Array>, limit: number, patience: Patience, company: Company) {
  const reader = body.getReader()
  const self = {}
  let [received, held, waited] = [0, 0, 0]
  let waitingSince: number | undefined
  let refused: Why | undefined
  let timer = setTimeout(turnSlow, patience.prompt)

  const left = (allowed: number) => Math.ceil(allowed - waited - (waitingSince === undefined ? 0 : performance.now() - waitingSince))
  function turnSlow(): void {
    const rest = left(patience.prompt)
    if (rest > 0) timer = setTimeout(turnSlow, rest)
    else if (company.joinSlow(self, () => giveUp('too_crowded'))) waitOn()
    else giveUp('too_slow')
  }
  function waitOn(): void {
    const rest = left(patience.within + (received / patience.bytesPerSecond) * 1_000)
    if (rest > 0) timer = setTimeout(waitOn, rest)
    else giveUp('too_slow')
  }
  function giveUp(why: Why): void {
    refused ??= why
    end()
    reader.cancel().catch(() => undefined)
  }
  function arrived(): void {
    clearTimeout(timer)
    company.leaveSlow(self)
  }
  function end(): void {
    arrived()
    company.release(held)
    held = 0
  }
  async function next() {
    waitingSince = performance.now()
    try {
      return await reader.read()
    } catch (error) {
      giveUp('broken_off')
      throw error
    } finally {
      waited += performance.now() - waitingSince
      waitingSince = undefined
    }
  }
  return {
    refused: () => refused,
    end,
    /** Throws when the body is refused. */
    async *chunks() {
      for (;;) {
        const { done, value } = await next()
        if (refused) throw new Error(refused)
        if (done) return arrived()
        received += value.byteLength
        held += value.byteLength
        if (!company.hold(value.byteLength)) giveUp('too_crowded')
        if (received > limit) giveUp('too_large')
        if (refused) throw new Error(refused)
        yield value
      }
    },
  }
}
