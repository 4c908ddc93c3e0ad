import { createMiddleware } from 'hono/factory'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { ApiEnv } from './api-env.ts'
import { pointerTo } from './invalid-fields.ts'
import { holdsTooMuch } from './json-measure.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, invalidField, type ProblemFacts } from './problem-response.ts'

const mediaType = (contentType: string | undefined): string => (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export const isMediaType = (contentType: string | undefined, ...wanted: string[]): boolean => wanted.includes(mediaType(contentType))

// PostgreSQL stores neither.
const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** No route takes a longer list, and judging thousands takes long. */
const mostMembers = 500

type Unfit = { path: PropertyKey[]; code: ProblemCode; params?: { limit: number } }

/** Finds what no route accepts: text with NUL or a lone surrogate, an overlong list. Depth uses no stack. */
function unfit(body: unknown): Unfit | undefined {
  const open: { value: unknown; path: PropertyKey[] }[] = [{ value: body, path: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !isKeepable(value)) return { path, code: 'field.unprintable' }
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value) && value.length > mostMembers) return { path, code: 'field.too_big', params: { limit: mostMembers } }
    for (const [key, inner] of Object.entries(value)) open.push({ value: inner, path: path.length < 8 ? [...path, key] : path })
  }
  return undefined
}

/** Reads the whole body; 400 when it breaks off. */
export const whole = <Body>(body: Promise<Body>): Promise<Body> =>
  body.catch(() => {
    throw new ApiProblem({ status: 400, code: 'request.broken_off' })
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem({ status: 400, code: 'request.malformed_json' })
  }
}

/** The only route that reads lists as a spreadsheet writes them. */
const lists = '/api/customers/import'

/** Mail programs send an unread one-word form here (RFC 8058). */
const oneClick = /^\/api\/mail\/unsubscribe\//

/** Identity providers send a form here (OpenID Connect Back-Channel Logout). */
const backChannel = '/api/session/back-channel-logout'

export const notCsv: ProblemFacts = { status: 415, code: 'request.unsupported_media_type', params: { wanted: 'text/csv' } }

export const notJson: ProblemFacts = { status: 415, code: 'request.unsupported_media_type', params: { wanted: 'application/json' } }

/** Judging a longer body takes a turn of its own. */
const long = 64 * 1024

/** Accepts a write without a body, or with JSON whose texts can be stored. */
export const jsonBody = ({ turn }: Pick<Ports, 'turn'>) => createMiddleware<ApiEnv>(async (c, next) => {
  const { method } = c.req
  if (method === 'GET' || method === 'HEAD') return next()
  if (c.req.path === lists && isMediaType(c.req.header('Content-Type'), 'text/csv')) return next()
  if (oneClick.test(c.req.path)) return next()
  if (c.req.path === backChannel && isMediaType(c.req.header('Content-Type'), 'application/x-www-form-urlencoded')) return next()
  const text = await whole(c.req.text())
  // Some clients always send a content type; an empty body is no malformed JSON.
  if (text === '') c.req.bodyCache = { text: Promise.resolve('{}') as never }
  else {
    if (!isMediaType(c.req.header('Content-Type'), 'application/json')) throw new ApiProblem(c.req.path === lists ? notCsv : notJson)
    if (holdsTooMuch(text)) throw invalidField('', 'field.too_much')
    const bad = unfit(parsed(text))
    if (bad) throw invalidField(pointerTo(bad.path), bad.code, bad.params)
    if (text.length > long) await turn()
  }
  return next()
})

export const keepableQuery = createMiddleware<ApiEnv>(async (c, next) => {
  for (const [name, values] of Object.entries(c.req.queries()))
    if (![name, ...values].every(isKeepable)) throw invalidField(pointerTo([isKeepable(name) ? name : ''], true), 'field.unprintable')
  await next()
})
