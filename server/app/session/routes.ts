import { z } from '@hono/zod-openapi'
import type { Actor } from '../../../domain/session/actor.ts'
import { Persona, Session, SignIn } from '../../../domain/session/schemas.ts'
import { endpoints } from '../http/api.ts'
import { anybody, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'
import { newSessionToken, sha256 } from '../secrets.ts'

const hour = 60 * 60 * 1000
const lifetime = { idle: 8 * hour, absolute: 24 * hour }

export const sessionRoutes = {
  read: signedIn.get('/session', {}, { 200: json(Session, 'Who is signed in'), ...problems(401) }),
  personas: anybody.get('/session/personas', {}, { 200: json(z.array(Persona), 'Who can be signed in as; demo only'), ...problems(404) }),
  start: anybody.post('/session', jsonBodyOf(SignIn), {
    201: json(Session, 'Signed in as a persona; demo only'), ...problems(400, 404, 415, 422),
  }),
  end: anybody.delete('/session', {}, { 204: { description: 'Signed out' }, ...problems() }),
}

export function sessionEndpoints(ports: Ports) {
  const { store, session, now, demo, sendsMail, isTimeTrusted } = ports
  const sessionOf = ({ user, organization }: Actor): Session => ({
    user, organization, sendsMail, isClockHeld: isTimeTrusted?.() === false, policy: policyOf(ports, organization.cloud),
  })
  const demoOnly = () => {
    if (!demo) throw new ApiProblem({ status: 404, code: 'route.not_found' })
  }

  return endpoints()
    .openapi(sessionRoutes.read, (c) => c.json(sessionOf(c.var.actor), 200))
    .openapi(sessionRoutes.personas, async (c) => {
      demoOnly()
      return c.json(await store.users.personas(), 200)
    })
    .openapi(sessionRoutes.start, async (c) => {
      demoOnly()
      const found = await store.users.findPersona(c.req.valid('json').persona)
      if (!found)
        throw new ApiProblem({
          status: 422,
          code: 'session.unknown_persona',
          errors: [{ pointer: '/persona', code: 'session.unknown_persona' }],
        })
      // A sign-in always makes a new token and ends the old one, so that nobody can plant a session.
      if (c.var.sessionHash !== undefined) await store.sessions.end(c.var.sessionHash)
      const token = newSessionToken()
      const at = now().getTime()
      const expiresAt = new Date(at + lifetime.absolute)
      await store.sessions.create({
        tokenHash: await sha256(token),
        userId: found.user.id,
        createdAt: new Date(at).toISOString(),
        expiresAt: expiresAt.toISOString(),
        idleExpiresAt: new Date(at + lifetime.idle).toISOString(),
      })
      for (const [name, value] of session.start(token, expiresAt)) c.header(name, value, { append: true })
      return c.json(sessionOf(found), 201)
    })
    .openapi(sessionRoutes.end, async (c) => {
      if (c.var.sessionHash !== undefined) await store.sessions.end(c.var.sessionHash)
      for (const [name, value] of session.end()) c.header(name, value, { append: true })
      return c.body(null, 204)
    })
}
