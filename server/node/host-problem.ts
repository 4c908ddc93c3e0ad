import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import type { Problem } from '../../domain/problem.ts'
import { matchLocale } from '../../domain/session/match-locale.ts'
import type { Locale } from '../../domain/session/locales.ts'
import de from '../../locales/de/problems.json' with { type: 'json' }
import en from '../../locales/en/problems.json' with { type: 'json' }
import ko from '../../locales/ko/problems.json' with { type: 'json' }
import ptBR from '../../locales/pt-BR/problems.json' with { type: 'json' }
import ru from '../../locales/ru/problems.json' with { type: 'json' }
import zhHans from '../../locales/zh-Hans/problems.json' with { type: 'json' }
import type { PortalEnv } from './portal-env.ts'

const words: Record<Locale, Record<string, string>> = { en, ko, ru, 'pt-BR': ptBR, de, 'zh-Hans': zhHans }

export type HostProblemCode =
  | 'request.cross_site'
  | 'request.too_large'
  | 'request.too_many'
  | 'server.overloaded'
  | 'server.failed'

/** A refusal that the process itself makes, before or instead of the API; same shape and language rule as the API's. */
export function hostProblem(
  c: Context<PortalEnv>,
  status: 403 | 413 | 429 | 500 | 503,
  code: HostProblemCode,
  headers: Record<string, string> = {},
): Response {
  const wanted = (c.req.header('Accept-Language') ?? '').split(',').map((entry) => entry.split(';')[0] ?? '')
  const locale = matchLocale(wanted) ?? 'en'
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? '',
    status,
    detail: words[locale][`problem.${code}`] ?? code,
    code,
    requestId: c.get('requestId'),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Content-Language': locale, ...headers },
  })
}
