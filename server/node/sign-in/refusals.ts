import * as client from 'openid-client'
import { SignInRefused } from '../../app/session/identity-providers.ts'

/** A clock may differ by this many seconds. */
const clockTolerance = 5 * 60

type Caused = { code?: unknown; cause?: unknown }

/** What an unsuccessful exchange with an identity provider means for the person. Its message holds no token, code or claim. */
export function refusalOf(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error
  if (error instanceof client.AuthorizationResponseError) return answered(error.error)
  if (error instanceof client.ResponseBodyError) {
    if (error.error === 'invalid_grant') return new SignInRefused('sign_in.stale', 'The provider does not take the code (invalid_grant)')
    return answered(error.error)
  }
  const { code, cause: wrapped } = (error ?? {}) as Caused
  const cause = wrapped instanceof Error ? wrapped.cause : wrapped
  const why = typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
  if (isAway(error)) return new SignInRefused('sign_in.issuer_away', why)
  const minutes = minutesApart(cause)
  if (minutes !== undefined) return new SignInRefused('sign_in.clock', `${why}: clocks differ by ${minutes} minutes`, { minutes })
  if (isMissing(cause, 'auth_time')) return new SignInRefused('sign_in.no_auth_time', 'The ID token has no auth_time')
  return new SignInRefused('sign_in.not_trusted', why)
}

/** Throws when the token was issued later than now, as no clock within the tolerance would say it. */
export function checkIssuedAt(issuedAt: number, now = Date.now()): void {
  const ahead = issuedAt - now / 1000
  if (ahead <= clockTolerance) return
  const minutes = Math.round(ahead / 60)
  throw new SignInRefused('sign_in.clock', `The ID token was issued ${minutes} minutes in the future`, { minutes })
}

const consents = ['access_denied', 'consent_required', 'interaction_required', 'login_required']
const away = ['server_error', 'temporarily_unavailable']

function answered(error: string): SignInRefused {
  if (consents.includes(error)) return new SignInRefused('sign_in.consent_refused', error)
  if (away.includes(error)) return new SignInRefused('sign_in.issuer_away', error)
  const said = /^[a-z_]{1,40}$/.test(error) ? error : 'unknown'
  return new SignInRefused('sign_in.failed', said, { error: said })
}

/** No connection, no answer in time, or one that says that the provider is ill. */
function isAway(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as Caused
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true
  if (error instanceof TypeError && code === undefined) return true
  // The server's adapter puts a class of its own in place of Response.
  const { status } = (cause ?? {}) as { status?: unknown }
  return typeof status === 'number' && status >= 500
}

const claimsIn = (cause: unknown): Record<string, unknown> => {
  const claims = (cause as { claims?: unknown } | undefined)?.claims
  return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {}
}

/** A token that was over or not yet valid when it came is one of a clock that is wrong. */
function minutesApart(cause: unknown): number | undefined {
  const { iat, exp, nbf } = claimsIn(cause)
  if (typeof iat !== 'number' || (cause as { claim?: unknown }).claim === undefined) return undefined
  const now = Date.now() / 1000
  const isOver = typeof exp === 'number' && exp < now
  const isEarly = typeof nbf === 'number' && nbf > now
  return (isOver || isEarly) && Math.abs(now - iat) > clockTolerance ? Math.round(Math.abs(now - iat) / 60) : undefined
}

const isMissing = (cause: unknown, name: string): boolean => Object.keys(claimsIn(cause)).length > 0 && !(name in claimsIn(cause))
