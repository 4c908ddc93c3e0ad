import type { Problem } from '../../domain/problem.ts'
import { uuidOf } from '../../domain/uuid.ts'
import { readersZone } from '../i18n/formats.ts'
import { timeOfAnswer } from '../i18n/present-time.ts'
import { wordsNow } from '../i18n/use-words.ts'
import { actingAs, personsCalls } from './tabs/acting-as.ts'
import { isAttended } from './attended.ts'
import { dropEarly, takeEarly } from './early-answers.ts'
import { callTo, contentOf, isBeforeWork } from './open-calls.ts'
import { EarlierArrived, isOfOthers, isProblem, isSilence, NetworkError, ProblemError } from './problem-error.ts'

type Query = Record<string, string | number | boolean | undefined | null>

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON; a string or Blob goes as it is, with the `Content-Type` given in `headers`. */
  body?: unknown
  /** Empty values are left out. */
  query?: Query | undefined
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /** From {@link newKey}; makes the call a write that is done once. */
  idempotencyKey?: string
  /** Called when no answer to a call with a key came, and what became of it is being asked. */
  onSilence?: () => void
  /** Only asks what became of the open call of this method, as {@link recall} does. */
  recalls?: boolean
  /** The row's `etag`; a stale one is answered with 412. */
  ifMatch?: string
}

/** How a person is told of silence, or asks once more. */
export type SilenceOptions = Pick<RequestOptions, 'onSilence' | 'recalls'>

type Listener = () => void
const signedOutListeners = new Set<Listener>()
const otherPersonListeners = new Set<Listener>()
const stepUpListeners = new Set<Listener>()

/** Called whenever a call is refused because nobody is signed in (any more). Returns the way to stop. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Called when a call is refused, and nothing done, because another is signed in than the page takes its reader for. Returns as above. */
export function onOtherPerson(listener: Listener): () => void {
  otherPersonListeners.add(listener)
  return () => otherPersonListeners.delete(listener)
}

/** Called when a call is refused, and nothing done, until the person has signed in once more. Returns as above. */
export function onStepUp(listener: Listener): () => void {
  stepUpListeners.add(listener)
  return () => stepUpListeners.delete(listener)
}

/** Whose call it is, from its beginning to whatever is asked about it later. */
type Caller = { person: string | undefined; isGone: AbortSignal }
const callerNow = (): Caller => ({ person: actingAs(), isGone: personsCalls() })

/** A new key for a write; the one that an open call of the same content has comes before it. */
export const newKey = (): string => uuidOf(crypto.getRandomValues(new Uint8Array(16)), 4)

/**
 * Calls `/api` + path and gives back the parsed body, undefined for 204. A call with a key is a write that is done once: while its outcome
 * is open, the same content goes out under the first key, whichever is given, and another content only when the outcome has been learnt.
 * After silence it is not sent again: what became of it is asked, and its first answer given if there is one.
 * Throws {@link ProblemError} for an error answer, {@link NetworkError} when none came, {@link EarlierArrived} in place of sending another
 * content, and lets an abort through.
 */
export function request(path: string, options: RequestOptions = {}): Promise<unknown> {
  const caller = callerNow()
  if (options.recalls) return recall(path, options, caller)
  return isKeyed(options) ? once(path, options, caller) : read(path, options, caller)
}

/** The same promise as {@link request}, for a body that is not one JSON text. */
export async function answerTo(path: string, options: RequestOptions, caller = callerNow()): Promise<Response> {
  const answer = await send(path, options, caller)
  if (answer.ok) return answer
  const error = await problemOf(answer)
  if (!caller.isGone.aborted) tellOf(error)
  throw error
}

function tellOf(error: ProblemError): void {
  if (error.problem.status === 401) for (const listener of signedOutListeners) listener()
  if (isProblem(error, 'session.other_person')) for (const listener of otherPersonListeners) listener()
  if (isProblem(error, 'session.sign_in_again')) for (const listener of stepUpListeners) listener()
}

async function read(path: string, options: RequestOptions, caller: Caller): Promise<unknown> {
  const answer = await answerTo(path, options, caller)
  if (answer.status === 204) return undefined
  try {
    return await answer.json()
  } catch (error) {
    // Cut off, or the page of something in between.
    if (options.signal?.aborted) throw error
    throw new NetworkError(error)
  }
}

type Keyed = RequestOptions & { idempotencyKey: string }

const isKeyed = (options: RequestOptions): options is Keyed => options.idempotencyKey !== undefined

async function once(path: string, given: Keyed, caller: Caller): Promise<unknown> {
  const { open, begin, refuse, keep, close } = callTo(path, given)
  const isSame = open?.content === contentOf(given)
  if (open && !isSame) await settle(path, open.options)
  const options = isSame ? { ...given, idempotencyKey: open.key } : given
  begin(options.idempotencyKey)
  try {
    const answer = await read(path, options, caller)
    close()
    return answer
  } catch (error) {
    if (isSilence(error) || options.signal?.aborted) keep(options)
    else if (!isBeforeWork(error)) close()
    else if (isSame) throw stillOpen(error)
    else refuse()
    if (!isSilence(error)) throw error
    return afterSilence(path, options, caller, error)
  }
}

/** Milliseconds before each time that a call without an answer is asked after; it may still be under way. */
const pauses = [400, 1_200, 3_000]

/** The first answer to the call, if it came to one; whatever was thrown otherwise. Asking never does the work. */
async function afterSilence(path: string, options: Keyed, caller: Caller, silence: unknown): Promise<unknown> {
  if (caller.isGone.aborted) throw silence
  options.onSilence?.()
  for (const pause of pauses) {
    await new Promise((resolve) => { setTimeout(resolve, pause) })
    try {
      return await recall(path, options, caller)
    } catch (error) {
      if (isBeforeWork(error) || (!isSilence(error) && !isProblem(error, 'idempotency.not_recorded'))) throw error
    }
  }
  throw isProblem(silence, 'store.unavailable') || isOfOthers(silence) ? new NetworkError(silence) : silence
}

/** Learns what became of an open call before another takes its place: {@link EarlierArrived} when it was done. */
async function settle(path: string, options: RequestOptions): Promise<void> {
  let answer: unknown
  try {
    answer = await recall(path, options)
  } catch (error) {
    if (isProblem(error, 'idempotency.not_recorded')) return
    throw error
  }
  throw new EarlierArrived(answer)
}

/**
 * The answer that the open call of this method was given, without doing anything; a problem `idempotency.not_recorded` when there is none.
 */
export async function recall(path: string, options: RequestOptions, caller = callerNow()): Promise<unknown> {
  const { open, close } = callTo(path, options)
  const idempotencyKey = open?.key ?? newKey()
  const headers = { ...options.headers, 'Idempotency-Recall': 'true' }
  try {
    const answer = await read(path, { ...options, idempotencyKey, headers }, caller)
    close()
    return answer
  } catch (error) {
    throw isBeforeWork(error) ? stillOpen(error) : error
  }
}

const stillOpen = ({ problem, retryAfterSeconds }: ProblemError) => new ProblemError(problem, retryAfterSeconds, true)

async function send(path: string, options: RequestOptions, { person, isGone }: Caller): Promise<Response> {
  const { method = 'GET', body, query, headers, signal, idempotencyKey, ifMatch } = options
  const raw = body === undefined || typeof body === 'string' || body instanceof Blob
  const address = `${path}${searchOf(query)}`
  const early = method === 'GET' ? takeEarly(address, wordsNow().locale) : dropEarly()
  if (early) return early
  const heard = timeOfAnswer()
  try {
    const answer = await fetch(`/api${address}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': wordsNow().locale,
        'Time-Zone': readersZone(),
        ...(raw ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
        ...(ifMatch ? { 'If-Match': ifMatch } : {}),
        ...(person === undefined ? {} : { 'Tessera-Acting-As': person }),
        ...(isAttended() ? {} : { 'Tessera-Unattended': '1' }),
        ...headers,
      },
      body: raw ? (body ?? null) : JSON.stringify(body),
      signal: limited(isGone, signal, idempotencyKey !== undefined),
    })
    heard(answer.headers.get('Tessera-Time'))
    return answer
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NetworkError(error)
  }
}

const patience = 30_000

/** A write that can be asked after is given up when no answer has come for half a minute. */
const limited = (isGone: AbortSignal, signal: AbortSignal | undefined, canBeAskedAfter: boolean): AbortSignal =>
  AbortSignal.any([isGone, ...(signal ? [signal] : []), ...(canBeAskedAfter ? [AbortSignal.timeout(patience)] : [])])

function searchOf(query: Query | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}

async function problemOf(answer: Response): Promise<ProblemError> {
  const wait = Number(answer.headers.get('Retry-After'))
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : undefined
  const isJson = /\bjson\b/.test(answer.headers.get('Content-Type') ?? '')
  const body = isJson ? ((await answer.json().catch(() => undefined)) as Problem | undefined) : undefined
  if (body && typeof body.code === 'string') return new ProblemError(body, retryAfter)
  const requestId = answer.headers.get('X-Request-Id') ?? ''
  // Something between here and the server answered in its place.
  return new ProblemError({ type: 'about:blank', title: '', detail: '', status: answer.status, code: 'unexpected', requestId }, retryAfter)
}
