import type { Problem } from '../../domain/problem.ts'
import { wordsNow } from '../i18n/use-words.ts'
import { NetworkError, ProblemError } from './problem-error.ts'

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
  /** The row's `etag`; a stale one is answered with 412. */
  ifMatch?: string
}

type SignedOutListener = () => void
const signedOutListeners = new Set<SignedOutListener>()

/** Called whenever a call is refused because nobody is signed in (any more). Returns the way to stop. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** One key for one intention: make it when the form opens, keep it while the same thing is tried again. */
export const newKey = (): string => crypto.randomUUID()

/**
 * Calls `/api` + path and gives back the parsed body, undefined for 204.
 * Throws {@link ProblemError} for an error answer, {@link NetworkError} when none came, and lets an abort through.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await answerTo(path, options)
  if (answer.status === 204) return undefined as T
  return (await answer.json()) as T
}

/** The same promise as {@link request}, for a body that is not one JSON text. */
export async function answerTo(path: string, options: RequestOptions): Promise<Response> {
  const answer = await send(path, options)
  if (answer.status === 401) for (const listener of signedOutListeners) listener()
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

async function send(path: string, options: RequestOptions): Promise<Response> {
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
        ...headers,
      },
      body: raw ? (body ?? null) : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NetworkError(error)
  }
}

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
