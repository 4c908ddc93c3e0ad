type Answer = { status: number; etag: string | null; body: unknown }
type EarlyAnswers = { locale: string; answers: Record<string, Answer> }

/** What a page asks for at first, it asks within this many milliseconds; later, what came with it may not be true any more. */
const freshFor = 20_000

// Where there is no document, none came.
const text = globalThis.document?.querySelector('#early-answers')?.textContent
const early = text ? (JSON.parse(text) as EarlyAnswers) : undefined

/** Whether the page uses answers that came with it, which are as old as the page. */
export const cameEarly = early !== undefined

/** The language in which the server expected to be asked. */
export const earlyLanguage = early?.locale

/**
 * The answer to this read that came with the page, in the reader's language; once, and only soon after it came. The session's is the same
 * in every language.
 */
export function takeEarly(path: string, locale: string): Response | undefined {
  const answers = early?.answers
  const [name = '', query] = path.split('?')
  const search = new URLSearchParams(query)
  search.sort()
  const key = query ? `${name}?${search.toString()}` : name
  const answer = answers?.[key]
  if (!early || !answers || !answer) return undefined
  delete answers[key]
  if (performance.now() > freshFor || (name !== '/session' && early.locale !== locale)) return undefined
  const type = answer.status < 400 ? 'application/json' : 'application/problem+json'
  const headers = { 'Content-Type': type, ...(answer.etag && { ETag: answer.etag }) }
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
}

/** Forgets them all: a write may have changed what they tell. */
export function dropEarly(): void {
  if (early) early.answers = {}
}
