import type { FoundSession } from '../../store/session/sessions.ts'
import type { Ports } from '../ports.ts'
import { seal, unseal } from '../secrets.ts'
import { heldAt, identityOf } from './entering.ts'
import { SignInRefused } from './identity-providers.ts'
import { recordOfReading } from './sign-in-record.ts'

const minute = 60_000

/** How often a session in use reads its person's roles at the identity provider again, in milliseconds. */
export const rolesReadEvery = 5 * minute

/** The provider speaks of somebody who is not this session's person. */
const ofAnother: readonly string[] = ['sign_in.other_tenant', 'sign_in.no_tenant']

/** A provider that is away is asked again after this time. */
const askAgainAfter = minute

/**
 * Reads the roles again when they are due, once of many calls: changed ones count from then on and change the tokens of the person's
 * sessions; an ended sign-in or a person of another tenant ends the session, the loss of every role all of the person's access. While the
 * provider cannot be asked the session goes on until its own end, and the operator's log says why.
 */
export async function readRolesWhenDue(
  ports: Pick<Ports, 'store' | 'now' | 'secret' | 'identity'>, token: string, { id, actor, issuer, rolesDueAt }: FoundSession,
  requestId: string,
): Promise<void> {
  const { store, secret } = ports
  const now = ports.now()
  const provider = ports.identity?.all.find((each) => each.id === issuer)
  if (!provider || id === null || rolesDueAt === null || rolesDueAt > now.toISOString()) return
  const next = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()
  const taken = await store.sessions.takeRolesReading(id, rolesDueAt, next(askAgainAfter))
  const refreshToken = taken && (await unseal(secret, 'refresh', taken.refreshToken))
  if (taken === undefined || refreshToken === undefined) return
  try {
    const read = await provider.refresh(refreshToken, taken.subject)
    if (!read) return await store.sessions.end(token)
    const { organization } = actor
    const at = now.toISOString()
    await store.people.readAgain(organization, actor.user.id, heldAt(identityOf(read).held, organization), at, recordOfReading(actor, at))
    await store.sessions.keepReading(id, {
      refreshToken: read.refreshToken === undefined ? null : await seal(secret, 'refresh', read.refreshToken),
      rolesDueAt: next(rolesReadEvery),
    })
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    ports.identity?.report({ outcome: error.code, issuer: provider.id, why: error.message, requestId })
    if (ofAnother.includes(error.code)) await store.sessions.end(token)
  }
}
