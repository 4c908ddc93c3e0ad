import type { FoundSession } from '../../store/session/sessions.ts'
import type { Ports } from '../ports.ts'
import { seal, unseal } from '../secrets.ts'
import { heldAt, identityOf } from './entering.ts'
import { SignInRefused } from './identity-providers.ts'
import { recordOfReading } from './sign-in-record.ts'

const minute = 60_000

/** How often a session in use reads its person's roles at the identity provider again, in milliseconds. */
export const rolesReadEvery = 5 * minute

/** The provider speaks of another person than this session's, wants the person itself, or says what cannot be trusted. */
const ends: readonly string[] = ['sign_in.other_tenant', 'sign_in.no_tenant', 'sign_in.consent_refused', 'sign_in.not_trusted']

/** Whether a session was idle so long that its roles are read before the call that wakes it. */
export const isOverdue = ({ rolesDueAt }: Pick<FoundSession, 'rolesDueAt'>, now: Date): boolean =>
  rolesDueAt !== null && now.getTime() - Date.parse(rolesDueAt) > rolesReadEvery

/** A provider that is away is asked again after this time. */
const askAgainAfter = minute

/**
 * Reads the roles again when they are due, once of many calls: changed ones count from then on and change the tokens of the person's
 * sessions; an ended sign-in, a person of another tenant or a provider that wants the person itself ends the session, the loss of every
 * role all of the person's access. While the provider cannot be asked the session goes on until its own end, and the operator's log says
 * why.
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
    if (!read) {
      await store.people.restTokens(actor, now.toISOString())
      return await store.sessions.end(token)
    }
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
    if (ends.includes(error.code)) await store.sessions.end(token)
  }
}
