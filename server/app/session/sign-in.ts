import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { unknownCountry } from '../../../domain/organizations/kinds.ts'
import { safeReturnTo } from '../../../domain/session/return-to.ts'
import { stepUpMaxAge } from '../../../domain/session/lately.ts'
import { endpoints } from '../http/api.ts'
import type { ApiEnv } from '../http/api-env.ts'
import { anybody } from '../http/described.ts'
import { problems } from '../http/documented.ts'
import { ApiProblem } from '../http/problem-response.ts'
import type { Ports } from '../ports.ts'
import { randomUuid, seal, sha256 } from '../secrets.ts'
import { type Attempt, attemptLifetime, attemptOf, beginAttempt, type Failure, longestReturnTo, sealFailure, secretsOf } from './attempt.ts'
import { enter, identityOf } from './entering.ts'
import { type Entered, type IdentityProvider, type IdentityProviders, SignInRefused } from './identity-providers.ts'
import { openSession } from './open-session.ts'
import { rolesReadEvery } from './roles-reading.ts'

const IssuerId = z.string().regex(/^[a-z0-9-]{1,40}$/)

const onward = (description: string) => ({ 302: { description } })

export const signInRoutes = {
  begin: anybody.get('/session/sign-in', {
    query: z.object({
      returnTo: z.string().max(longestReturnTo).regex(/^\/[\x21-\x7e]*$/).catch('/').openapi({
        type: 'string', description: 'The page to come back to, a path of the portal; the home page in place of anything else',
      }),
      issuer: IssuerId.optional(),
      fresh: z.literal('1').optional().openapi({ description: 'Wants the person to prove lately who they are' }),
      another: z.literal('1').optional().openapi({ description: 'Offers other accounts than the one in use' }),
    }),
  }, { ...onward('To the identity provider, or to the sign-in page, which says why not'), ...problems(404, 422) }),
  finish: anybody.get('/session/callback', {}, { ...onward('To the page that was wanted, or to the sign-in page'), ...problems(404) }),
  finishAt: anybody.get('/session/callback/{issuer}', { params: z.object({ issuer: IssuerId }) }, {
    ...onward('The same, where there are several identity providers'), ...problems(404, 422),
  }),
}

type FailedAttempt = Pick<Failure, 'id' | 'issuer' | 'returnTo' | 'browser'>

/** Of a callback that belongs to no sign-in of this browser: what it says goes for anybody. */
const unknownAttempt = (): FailedAttempt => ({ id: randomUuid(), issuer: '', returnTo: '/', browser: '' })

/** Sign-in with OpenID Connect: authorization code with PKCE, state and nonce, run by the server. */
export function signInEndpoints(ports: Ports) {
  const { identity, browser, now } = ports
  const configured = (): IdentityProviders => {
    if (!identity) throw new ApiProblem({ status: 404, code: 'route.not_found' })
    return identity
  }
  /** Sends the browser to the sign-in page, which says what went wrong. */
  const fail = async (c: Context<ApiEnv>, error: unknown, { id, issuer, returnTo, browser: own }: FailedAttempt) => {
    if (!(error instanceof SignInRefused)) throw error
    const { code, params, message } = error
    identity?.report({ outcome: code, issuer, why: message, requestId: c.var.requestId })
    const failure = { id, code, params, issuer, returnTo, browser: own, at: now().getTime() }
    return c.redirect(`/sign-in?attempt=${await sealFailure(ports, failure)}`, 302)
  }

  /** `issuer` is that of the address. With several, each has an address of its own, so that none gets another's code (RFC 9700, 4.4). */
  const finish = async (c: Context<ApiEnv>, issuer?: string) => {
    const { all, report } = configured()
    const { search, searchParams } = new URL(c.req.url)
    const state = searchParams.get('state') ?? ''
    const attempt = await attemptOf(ports, state)
    const provider = all.find(({ id }) => id === attempt?.issuer)
    if (!attempt || !provider) return fail(c, new SignInRefused('sign_in.stale', 'Unknown state'), unknownAttempt())
    const isOwn = attempt.browser === (await sha256(browser?.read(c.req.raw, attempt.id) ?? ''))
    if (!isOwn) return fail(c, new SignInRefused('sign_in.other_browser', 'Another browser began'), unknownAttempt())
    try {
      if (issuer !== (all.length > 1 ? provider.id : undefined))
        throw new SignInRefused('sign_in.not_trusted', 'The callback is that of another provider')
      const entered = await redeem(provider, attempt, search, state)
      const { organization, userId, roles } = await enter(ports, provider, identityOf(entered))
      await openSession(c, ports, { organizationId: organization.id, userId }, await issuedOf(provider, entered))
      report({ outcome: 'done', issuer: provider.id, organizationId: organization.id, userId, requestId: c.var.requestId })
      const isToIntroduce = organization.isVisiting && organization.country === unknownCountry && roles.includes('global_admin')
      return c.redirect(isToIntroduce ? `/welcome?returnTo=${encodeURIComponent(attempt.returnTo)}` : attempt.returnTo, 302)
    } catch (error) {
      return fail(c, error, attempt)
    }
  }

  return endpoints()
    .openapi(signInRoutes.begin, async (c) => {
      const { all } = configured()
      const { returnTo: wanted, issuer, fresh, another } = c.req.valid('query')
      const returnTo = safeReturnTo(wanted)
      const wantedIssuer = issuer ?? c.var.session?.issuer
      const provider = all.find(({ id }) => id === wantedIssuer) ?? (all.length === 1 ? all[0] : undefined)
      if (!provider) return c.redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`, 302)
      const { attempt, browserToken, secrets } = await beginAttempt(ports, { issuer: provider.id, returnTo, isStepUp: fresh !== undefined })
      for (const [name, value] of browser?.start(attempt.id, browserToken) ?? []) c.header(name, value, { append: true })
      try {
        const url = await provider.begin({
          ...secrets,
          maxAge: fresh && stepUpMaxAge,
          offersOthers: another !== undefined,
          account: fresh && c.var.caller?.user.email,
          language: c.var.locale,
        })
        return c.redirect(url.href, 302)
      } catch (error) {
        return fail(c, error, attempt)
      }
    })
    .openapi(signInRoutes.finish, (c) => finish(c))
    .openapi(signInRoutes.finishAt, (c) => finish(c, c.req.valid('param').issuer))

  async function redeem(provider: IdentityProvider, attempt: Attempt, search: string, state: string): Promise<Entered> {
    const end = attempt.at + attemptLifetime
    if (now().getTime() >= end) throw new SignInRefused('sign_in.stale', 'Begun too long ago')
    if (!(await ports.store.signIns.finish(attempt.id, new Date(end).toISOString())))
      throw new SignInRefused('sign_in.stale', 'The callback was taken before')
    const secrets = await secretsOf(ports, attempt, state)
    return provider.finish(search, { ...secrets, maxAge: attempt.isStepUp ? stepUpMaxAge : undefined })
  }

  async function issuedOf(provider: IdentityProvider, { claims, authTime, session, refreshToken }: Entered) {
    return {
      issuer: provider.id,
      issuerSession: session ?? null,
      subject: claims.sub,
      signedInAt: authTime === undefined ? null : new Date(authTime * 1000).toISOString(),
      refreshToken: refreshToken === undefined ? null : await seal(ports.secret, 'refresh', refreshToken),
      rolesDueAt: refreshToken === undefined ? null : new Date(now().getTime() + rolesReadEvery).toISOString(),
    }
  }
}
