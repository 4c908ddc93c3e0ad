import type { Context } from 'hono'
import type { Ports } from '../ports.ts'
import { accessToken, sha256 } from '../secrets.ts'
import { languageOf } from '../words/languages.ts'
import { zoneOf } from '../words/time-zone.ts'
import type { ApiEnv } from './api-env.ts'
import { ApiProblem } from './problem-response.ts'

/** What `Authorization: Bearer` holds, whatever it is; undefined without one. */
export function bearerIn(authorization: string | undefined): string | undefined {
  const found = /^Bearer(?: +(.*))?$/i.exec(authorization ?? '')
  return found ? (found[1] ?? '') : undefined
}

/** Identifies the caller by its access token, one read. Answers 401 `token.invalid` for an unknown, expired or revoked one. */
export async function identifyBearer(c: Context<ApiEnv>, { store, now }: Pick<Ports, 'store' | 'now'>, token: string): Promise<void> {
  const hash = accessToken.test(token) ? await sha256(token) : undefined
  const bearer = hash === undefined ? undefined : await store.tokens.bearer(hash, now().toISOString())
  if (hash === undefined || !bearer) throw new ApiProblem({ status: 401, code: 'token.invalid' })
  c.set('token', { hash, scopes: bearer.scopes })
  c.set('caller', bearer.actor)
  c.set('through', 'token')
  c.set('zone', zoneOf(c.req.header('Time-Zone'), bearer.timeZone))
  c.set('locale', languageOf(c.req.header('Accept-Language'), bearer.actor.user.locale))
}
