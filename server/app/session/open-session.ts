import type { Context } from 'hono'
import type { IssuedSession } from '../../store/session/sessions.ts'
import type { ApiEnv } from '../http/api-env.ts'
import type { Ports } from '../ports.ts'
import { newSessionToken, sha256 } from '../secrets.ts'

const hour = 60 * 60 * 1000
const lifetime = { idle: 8 * hour, absolute: 24 * hour }
const longestDevice = 300

/** Opens a session of this person. A sign-in always makes a new token and ends the old one, so that nobody can plant a session. */
export async function openSession(
  c: Context<ApiEnv>,
  { store, session, now, newId, addressOf }: Ports,
  person: { organizationId: string; userId: string },
  issued: IssuedSession | null,
): Promise<void> {
  if (c.var.sessionHash !== undefined) await store.sessions.end(c.var.sessionHash)
  const token = newSessionToken()
  const at = now().getTime()
  const expiresAt = new Date(at + lifetime.absolute)
  await store.sessions.create({
    id: newId(),
    tokenHash: await sha256(token),
    person,
    createdAt: new Date(at).toISOString(),
    expiresAt: expiresAt.toISOString(),
    idleExpiresAt: new Date(at + lifetime.idle).toISOString(),
    device: (c.req.header('User-Agent') ?? '').slice(0, longestDevice),
    address: addressOf?.(c.req.raw) ?? '',
    issued,
  })
  for (const [name, value] of session.start(token, expiresAt)) c.header(name, value, { append: true })
}
