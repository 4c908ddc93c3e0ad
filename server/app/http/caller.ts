import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Actor } from '../../../domain/session/actor.ts'
import { isSignedInLately } from '../../../domain/session/lately.ts'
import { isAttended, takenForAnother } from './acting-as.ts'
import type { ApiEnv } from './api-env.ts'
import { bearerIn, identifyBearer } from './bearer.ts'
import { languageOf } from '../words/languages.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from './problem-response.ts'
import { newSessionToken, sha256 } from '../secrets.ts'
import { isOverdue, readRolesWhenDue } from '../session/roles-reading.ts'

/** Calls that are under way when a session changes its token still carry the one before, for this many milliseconds. */
const takenAfterRotation = 60_000

/** What a visitor may use: its session, and the invitation that it opened, as a customer or as a reseller. */
const openToVisitors = /^\/api\/(session|acceptance|joining)(\/|$)/

/**
 * Identifies the caller by its access token, else by its session; an unknown, expired or ended session is nobody. Answers 409
 * `session.other_person`, before any read or write, when the page believes in another person, 401 when it believes that nobody is missing,
 * and 403 to a visitor's call for anything but its session and invitation.
 */
export const identify = (ports: Ports) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const bearer = bearerIn(c.req.header('Authorization'))
    const token = bearer === undefined ? ports.session.read(c.req.raw) : undefined
    if (bearer !== undefined) await identifyBearer(c, ports, bearer)
    if (token !== undefined) await findCaller(ports, c, token)
    const { caller } = c.var
    const refusal = takenForAnother(c, caller)
    if (refusal) throw new ApiProblem(refusal)
    if (caller?.organization.isVisiting && !openToVisitors.test(c.req.path)) throw new ApiProblem({ status: 403, code: 'session.visiting' })
    const renewed = await rotateWhenDue(ports, c)
    await next()
    // A problem's response does not take over what was prepared before it.
    for (const [name, value] of renewed ?? []) c.res.headers.append(name, value)
  })

async function findCaller(ports: Ports, c: Context<ApiEnv>, token: string): Promise<void> {
  const { store, now, reportFailure } = ports
  const hash = await sha256(token)
  const isDeed = (actor: Actor) => isAttended(c) && takenForAnother(c, actor) === undefined
  let found = await store.sessions.find(hash, now().toISOString(), isDeed)
  if (found && isOverdue(found, now())) {
    await readRolesWhenDue(ports, hash, found, c.var.requestId)
    found = await store.sessions.find(hash, now().toISOString(), isDeed)
  }
  c.set('sessionHash', hash)
  c.set('session', found)
  c.set('caller', found?.actor)
  c.set('through', found && 'browser')
  c.set('isSignedInLately', found !== undefined && (found.issuer === null || isSignedInLately(found.signedInAt, now())))
  if (!found) return
  c.set('locale', languageOf(c.req.header('Accept-Language'), found.actor.user.locale))
  readRolesWhenDue(ports, hash, found, c.var.requestId).catch((error: unknown) => reportFailure?.(error, c.var.requestId))
}

/**
 * Gives the session a new token where one is due; returns the headers that carry it to the browser. Only for what a person does: nothing
 * carries them from what a page's document reads.
 */
async function rotateWhenDue({ store, session, now }: Ports, c: Context<ApiEnv>): Promise<Headers | undefined> {
  const { session: found, sessionHash } = c.var
  if (!isAttended(c) || !found?.isPresent || !found.isRotationDue || sessionHash === undefined) return undefined
  const token = newSessionToken()
  const next = await sha256(token)
  if (!(await store.sessions.rotate(sessionHash, next, new Date(now().getTime() + takenAfterRotation).toISOString()))) return undefined
  c.set('sessionHash', next)
  return session.start(token, new Date(found.expiresAt))
}
