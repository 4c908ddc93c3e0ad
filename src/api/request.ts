import type { Problem } from '../../domain/problem.ts'
import { wordsNow } from '../i18n/use-words.ts'
import { actingAs, personsCalls } from './acting-as.ts'
import { isAttended } from './attended.ts'
import { isProblem, NetworkError, ProblemError } from './problem-error.ts'

type Query = Record<string, string | number | boolean | undefined | null>

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON; a string or Blob goes as it is, with the `Content-Type` given in `headers`. */
  body?: unknown
  /** Empty values are left out. */
  query?: Query
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /** From {@link newKey}, kept over the retries of one intention. */
  idempotencyKey?: string
  /** Called when no answer to a call with a key came, and what became of it is being asked. */
  onSilence?: () => void
  /** The row's `etag`; a stale one is answered with 412. */
  ifMatch?: string
}

type Listener = () => void
const signedOutListeners = new Set<Listener>()
const otherPersonListeners = new Set<Listener>()

/** Called whenever a call is refused because nobody is signed in (any more). Returns the way to stop. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Called whenever a call is refused, and nothing done, because another is signed in than the page takes its reader for. Returns as above. */
export function onOtherPerson(listener: Listener): () => void {
  otherPersonListeners.add(listener)
  return () => otherPersonListeners.delete(listener)
}

/** Whose call it is, from its beginning to whatever is asked about it later. */
type Caller = { person: string | undefined; isGone: AbortSignal }
const callerNow = (): Caller => ({ person: actingAs(), isGone: personsCalls() })

/** One key for one intention: make it when the form opens, keep it while the same thing is tried again. */
export const newKey = (): string => crypto.randomUUID()

/**
 * Calls `/api` + path and gives back the parsed body, undefined for 204. After silence a call with a key is not sent again: what became
 * of it is asked, and its first answer given if there is one.
 * Throws {@link ProblemError} for an error answer, {@link NetworkError} when none came, and lets an abort through.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const caller = callerNow()
  const answer = await answerTo(path, options, caller).catch((error: unknown) => afterSilence(path, options, caller, error))
  if (answer.status === 204) return undefined as T
  return (await answer.json()) as T
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
}

/** Milliseconds before each time that a call without an answer is asked after; it may still be under way. */
const pauses = [400, 1_200, 3_000]

/**
 * The first answer to the call, if it came to one; whatever was thrown otherwise. Asking never does the work. A server that has lost its
 * database while it wrote knows as little as one that did not answer.
 */
async function afterSilence(
  path: string,
  { onSilence, ...options }: RequestOptions,
  caller: Caller,
  silence: unknown,
): Promise<Response> {
  if (options.idempotencyKey === undefined || !isSilence(silence) || caller.isGone.aborted) throw silence
  onSilence?.()
  for (const pause of pauses) {
    await new Promise((resolve) => { setTimeout(resolve, pause) })
    const answer = await recorded(path, options, caller).catch((error: unknown) => error)
    if (answer instanceof Response) return answer
    if (!isSilence(answer) && !isProblem(answer, 'idempotency.not_recorded')) throw answer
  }
  throw isProblem(silence, 'store.unavailable') ? new NetworkError(silence) : silence
}

/** The answer that was given under the key, without doing anything; a problem `idempotency.not_recorded` when there is none. */
export const recall = async <T>(path: string, options: RequestOptions): Promise<T> => (await (await recorded(path, options)).json()) as T

const recorded = (path: string, options: RequestOptions, caller?: Caller): Promise<Response> =>
  answerTo(path, { ...options, headers: { ...options.headers, 'Idempotency-Recall': 'true' } }, caller)

/** A 5xx answer leaves the outcome as open as no answer does: the server may have stopped after it had saved. */
const isSilence = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && error.problem.status >= 500)

async function send(path: string, options: RequestOptions, { person, isGone }: Caller): Promise<Response> {
  const { method = 'GET', body, query, headers, signal, idempotencyKey, ifMatch } = options
  const raw = body === undefined || typeof body === 'string' || body instanceof Blob
  try {
    return await fetch(`/api${path}${searchOf(query)}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': wordsNow().locale,
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
