import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { DeliveryFault } from '../../../domain/webhooks/schemas.ts'
import type { TryOutcome } from '../../../domain/webhooks/webhook.ts'
import { checkedLookup, NotAllowed, type Resolve } from './checked-address.ts'

export type Posting = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Whether addresses that are not public, and http, are allowed. */
  isAnywhere: boolean
  /** Aborts at any point. */
  signal: AbortSignal
}

/** Milliseconds for all of it: finding the address, connecting, sending and the beginning of the answer. */
export const patience = 15_000
/** Bytes that are read of an answer, and characters that are kept of it. */
const [mostRead, mostKept] = [8_192, 2_000]
/** Milliseconds that the answer's body may take once its head is there. */
const bodyPatience = 5_000

/** Posts once, follows nothing, and reads no more of the answer than it keeps. Never throws. */
export async function post({ url, headers, body, isAnywhere, signal }: Posting, wait = patience, resolve?: Resolve): Promise<TryOutcome> {
  const late = AbortSignal.timeout(wait)
  try {
    if (!isAnywhere && !url.startsWith('https:')) throw new NotAllowed('Not https')
    const ended = AbortSignal.any([signal, late])
    const lookup = await orEnded(checkedLookup(url, isAnywhere, resolve), ended)
    const answer = await new Promise<IncomingMessage>((found, fail) => {
      const request = url.startsWith('https:') ? secureRequest : plainRequest
      const sent = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }
      // A connection of its own, which ends with it.
      const outgoing = request(url, { method: 'POST', headers: sent, agent: false, lookup, signal: ended, minVersion: 'TLSv1.2' }, found)
      outgoing.on('error', fail)
      outgoing.end(body)
    })
    const status = answer.statusCode ?? 0
    return { status, response: await beginningOf(answer), fault: faultOf(status) }
  } catch (error) {
    return { status: null, response: null, fault: late.aborted ? 'no_answer' : failureOf(error as Failure) }
  }
}

/** A lookup cannot be broken off, but nobody waits for it. */
const orEnded = <Found>(work: Promise<Found>, signal: AbortSignal): Promise<Found> => {
  work.catch(() => undefined)
  return Promise.race([work, new Promise<never>((_, fail) => {
    const end = () => fail(signal.reason as Error)
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
  })])
}

/** The head decides; a body that breaks off or does not end is shown as far as it came. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const timer = setTimeout(() => answer.destroy(), bodyPatience)
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of answer) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length >= mostRead) break
    }
  } catch {
    // What came is enough.
  } finally {
    clearTimeout(timer)
    answer.destroy()
  }
  return keepable(Buffer.concat(parts).subarray(0, mostRead).toString('utf8'))
}

/** A database keeps no NUL, and nobody needs other control characters. */
const keepable = (text: string): string => text.replaceAll(/[^\P{Cc}\t\n]/gu, '').slice(0, mostKept).toWellFormed()

function faultOf(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirected' : 'answered'
}

type Failure = Error & { code?: string }

function failureOf(error: Failure): DeliveryFault {
  const { code = '', message } = error
  if (error instanceof NotAllowed) return 'not_allowed'
  if (error.name === 'AbortError') return 'broke_off'
  if (/CERT|SSL|TLS|SIGNATURE|EPROTO/.test(code) || /certificate|SSL|TLS/i.test(message)) return 'not_secure'
  if (code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('HPE_')) return 'broke_off'
  return code === 'ETIMEDOUT' ? 'no_answer' : 'unreachable'
}
