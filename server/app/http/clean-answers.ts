import { createMiddleware } from 'hono/factory'
import { holdsUnseen } from '../../../domain/words-of-others/cleaned.ts'
import { cleanSent } from '../../../domain/words-of-others/sent.ts'
import type { ApiEnv } from './api-env.ts'

const isJson = /^application\/(problem\+)?json\b/
/** JSON escapes some invisible characters. */
const spelled = /\\u[0-9a-f]{4}|\\[rbf]/i

const cleaned = (_key: string, value: unknown): unknown => (typeof value === 'string' ? cleanSent(value) : value)

/** Cleans stored texts, which may predate the cleaning of input, in every response. */
export const cleanAnswers = createMiddleware<ApiEnv>(async (c, next) => {
  await next()
  const { res } = c
  if (c.var.isFresh || !res.body || !isJson.test(res.headers.get('Content-Type') ?? '')) return
  const text = await res.text()
  const body = holdsUnseen(text) || spelled.test(text) ? JSON.stringify(JSON.parse(text, cleaned)) : text
  c.res = undefined
  c.res = new Response(body, { status: res.status, headers: res.headers })
})
