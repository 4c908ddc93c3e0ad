import { z } from '@hono/zod-openapi'
import { endpoints } from '../http/api.ts'
import { anybody } from '../http/described.ts'
import { problems } from '../http/documented.ts'
import { whole } from '../http/request-body.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'
import { SignInRefused } from './identity-providers.ts'

export const backChannelLogoutRoutes = {
  end: anybody.post('/session/back-channel-logout', {
    body: { required: true, content: { 'application/x-www-form-urlencoded': { schema: z.object({ logout_token: z.string() }) } } },
  }, { 200: { description: 'The sessions that the identity provider has ended are over' }, ...problems(400, 404) }),
}

const longestToken = 16 * 1024

/** OpenID Connect Back-Channel Logout 1.0: an identity provider ends the sessions of somebody who signed out there. */
export const backChannelLogoutEndpoints = ({ store, identity, now }: Ports) =>
  endpoints().openapi({ ...backChannelLogoutRoutes.end, request: {} }, async (c) => {
    if (!identity) throw new ApiProblem({ status: 404, code: 'route.not_found' })
    const refused = new ApiProblem({ status: 400, code: 'session.logout_not_trusted' })
    const token = new URLSearchParams(await whole(c.req.text())).get('logout_token') ?? ''
    if (token.length > longestToken) throw refused
    for (const provider of identity.all) {
      const { id } = provider
      const ended = await provider.loggedOut(token).catch((error: unknown) => {
        if (!(error instanceof SignInRefused)) throw error
        identity.report({ outcome: error.code, issuer: id, why: error.message, requestId: c.var.requestId })
        throw error.code === 'sign_in.issuer_away'
          ? new ApiProblem({ status: 503, code: 'sign_in.issuer_away', params: error.params, retryAfterSeconds: 30 })
          : refused
      })
      if (!ended) continue
      // What was opened after the logout is another sign-in, so that a repeated token ends nothing new.
      await store.ownSessions.endByIssuer(id, { ...ended, at: ended.at < now().toISOString() ? ended.at : now().toISOString() })
      c.header('Cache-Control', 'no-store')
      return c.body(null, 200)
    }
    throw refused
  })
