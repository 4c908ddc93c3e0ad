import type { Decision } from '../answers/decision.ts'
import type { Organization } from '../organizations/schemas.ts'
import { canRequestPartnership } from '../partnerships/lifecycle.ts'
import type { Partnership } from '../partnerships/schemas.ts'
import { type Actor, hasAnyRole } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import { mostInvites } from './invite.ts'
import type { InviteState } from './schemas.ts'

/** What the provider itself has with the tenant; nothing that the portal knows of others. */
type OwnStanding = { partnership: Partnership['state'] | undefined; isInvited: boolean; count: number }

/** BR-49, BR-54d: an indirect provider invites a tenant that is not its own and not its reseller yet. */
export const canInviteReseller = (actor: Actor, tenantId: string, { partnership, isInvited, count }: OwnStanding): Verdict =>
  firstRefusal(
    () => canRequestPartnership(actor),
    () => (tenantId === actor.organization.tenantId ? refused('state', 'joining.own_tenant', 'BR-54d') : allowed),
    () => (partnership === 'active' ? refused('state', 'partnership.already_active', 'BR-49') : allowed),
    () => (isInvited ? refused('state', 'joining.already_invited', 'BR-49') : allowed),
    () => (count < mostInvites ? allowed : refused('limit', 'joining.too_many', 'BR-49', { params: { most: mostInvites } })),
  )

const over = refused('state', 'joining.over', 'BR-49')

/** BR-49: the provider shows the link again, or withdraws it, while the answer is awaited. */
export const canChangeInvite = (actor: Actor, { state }: { state: InviteState }): Verdict =>
  firstRefusal(() => canRequestPartnership(actor), () => (state === 'waiting' ? allowed : over))

/** What a link's holder may know of it. */
export type InviteFacts = { tenantId: string; state: InviteState; cloud: Organization['cloud']; country: string }

/** An organisation that only visits may become a reseller; what is registered as something else stays that. */
const canBeReseller = ({ kind, isVisiting }: Organization): Verdict => {
  if (isVisiting || kind === 'indirect_reseller') return allowed
  return kind === 'customer' ? refused('role', 'joining.is_customer', 'BR-54c')
    : refused('role', 'joining.is_other_partner', 'BR-51', { whoMay: ['indirect_reseller'] })
}

/** Who of the invited tenant may answer. */
function whoMayAnswer(actor: Actor, { tenantId, cloud, country }: InviteFacts): Verdict {
  const { organization } = actor
  return firstRefusal(
    () => (organization.tenantId === tenantId ? allowed : refused('role', 'joining.other_tenant', 'BR-50')),
    () => canBeReseller(organization),
    () =>
      organization.cloud === cloud && organization.country === country
        ? allowed
        : refused('cloud', 'joining.region_mismatch', 'BR-52'),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'joining.needs_global_admin', 'BR-50')),
  )
}

const decided = (actor: Actor, invite: InviteFacts, given: 'joined' | 'declined'): Decision => {
  const who = whoMayAnswer(actor, invite)
  if (!who.allowed) return who
  return invite.state === given ? 'repeated' : invite.state === 'waiting' ? allowed : over
}

/** BR-50 to BR-52: a Global admin of the invited tenant authorises the provider; a yes that was given before stands. */
export const canJoin = (actor: Actor, invite: InviteFacts): Decision => decided(actor, invite, 'joined')

/** BR-50: or declines. */
export const canDecline = (actor: Actor, invite: InviteFacts): Decision => decided(actor, invite, 'declined')
