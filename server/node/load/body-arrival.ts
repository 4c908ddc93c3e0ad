import { buffer } from 'node:stream/consumers'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { hostProblem } from '../http/host-problem.ts'
import type { Middleware } from '../portal-env.ts'

const mebibyte = 1024 * 1024
const mostOfImport = 32 * mebibyte

const isImport = (path: string) => /^\/api\/[\w-]+\/import\/?$/.test(path)

/** How long bodies are waited for, in milliseconds in which they keep their reader waiting, and how much of them is held. */
export type Patience = {
  /** Any body has this long, and a second more for each `bytesPerSecond` of it that have come. */
  within: number
  bytesPerSecond: number
  /** A body that is not there after this long is slow. */
  prompt: number
  /** So many slow bodies may come from one address at once. */
  slowEach: number
  /** Bytes of bodies that are held at once, from whatever addresses. */
  heldInAll: number
}

const usual: Patience = { within: 10_000, bytesPerSecond: 16 * 1024, prompt: 1_000, slowEach: 16, heldInAll: 128 * mebibyte }

/** The longest that a body can take to arrive. */
export const longestArrival = usual.within + (mostOfImport / usual.bytesPerSecond) * 1_000

const refusals = {
  too_large: { status: 413, code: 'request.too_large' },
  too_slow: { status: 408, code: 'request.too_slow' },
  broken_off: { status: 400, code: 'request.broken_off' },
  too_crowded: { status: 503, code: 'server.overloaded', retryAfterSeconds: 1 },
} as const
type Why = keyof typeof refusals

/** What an arrival has in common with all others. */
type Company = {
  /** Counts it among the slow ones of its address; false when there are too many. */
  joinSlow(arrival: object, giveWay: () => void): boolean
  leaveSlow(arrival: object): void
  /** Takes room for so many bytes, for which slow bodies give way, the first of them first; false when there is none. */
  hold(bytes: number): boolean
  release(bytes: number): void
}

/**
 * Hands a request on once its body is there, so that who sends slowly occupies nothing. An import, which may be long, is handed on as it
 * comes: the API reads it only for who may import. 413 for a body that says it is too long before reading any of it, and for one that
 * turns out to be; 408 for one that comes too slowly, and the end of its connection; likewise 503 for one that there is no room for. What
 * has come of a body takes room until its request is answered.
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
