import { z } from 'zod'
import { ImportReport } from '../../../domain/customers/schemas.ts'
import { Problem } from '../../../domain/problem.ts'

export type ApiFetch = (path: string, init: RequestInit) => Promise<Response>

const Progress = z.object({ done: z.number(), total: z.number() })
const ImportLine = z.union([ImportReport, Progress, Problem])

/** Thrown when the API refuses; the message is its sentence, with code and rule. */
export class ApiRefusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    const { detail, code, rule } = problem
    super(`${detail} (${rule ? `${code}, ${rule}` : code})`)
    this.problem = problem
  }
}

/** The import's query parameters beside the file. */
export type FileHints = { encoding?: string | undefined; columns?: string | undefined }

/** Calls as a persona, in a session, or with an access token; over HTTP or in this process. Throws problems. */
export class ApiSession {
  readonly #fetch: ApiFetch
  readonly #identity: { Cookie: string } | { Authorization: string }

  private constructor(fetch: ApiFetch, identity: { Cookie: string } | { Authorization: string }) {
    this.#fetch = fetch
    this.#identity = identity
  }

  static withToken(fetch: ApiFetch, token: string): ApiSession {
    return new ApiSession(fetch, { Authorization: `Bearer ${token}` })
  }

  static async signIn(fetch: ApiFetch, persona: string): Promise<ApiSession> {
    const answer = await fetch('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
      body: JSON.stringify({ persona }),
    })
    await throwProblem(answer)
    const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';')
    return new ApiSession(fetch, { Cookie: cookie })
  }

  /** Sends the file; reports the rows done to `onProgress`. */
  async importCustomers(
    bytes: Uint8Array<ArrayBuffer>,
    { isDryRun, encoding, columns }: FileHints & { isDryRun: boolean },
    onProgress: (progress: { done: number; total: number }) => void,
  ): Promise<ImportReport> {
    const query = new URLSearchParams({ dryRun: String(isDryRun), ...(encoding && { encoding }), ...(columns && { columns }) })
    const answer = await this.#call(`/api/customers/import?${query.toString()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv', Accept: 'application/x-ndjson' },
      body: bytes,
    })
    await throwProblem(answer)
    for await (const line of linesOf(answer)) {
      const said = ImportLine.parse(JSON.parse(line))
      if ('code' in said) throw new ApiRefusal(said)
      if ('created' in said) return said
      onProgress(said)
    }
    throw new Error('The answer to the import broke off. What was done stays done; running it again does the rest.')
  }

  /** Ends the session; an access token lives on. */
  async end(): Promise<void> {
    if ('Cookie' in this.#identity) await this.#call('/api/session', { method: 'DELETE' })
  }

  #call(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    return this.#fetch(path, { ...init, headers: { ...init.headers, ...this.#identity, 'Accept-Language': 'en' } })
  }
}

async function throwProblem(answer: Response): Promise<void> {
  if (answer.ok) return
  const problem = Problem.safeParse(await answer.json().catch(() => undefined))
  if (!problem.success || problem.data.status >= 500) throw new Error(`The API answered ${answer.status}. ${problem.data?.detail ?? ''}`)
  throw new ApiRefusal(problem.data)
}

async function* linesOf(answer: Response): AsyncGenerator<string, void, void> {
  let rest = ''
  for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean)
  }
  if (rest) yield rest
}
