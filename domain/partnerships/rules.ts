import type { Actor } from '../session/actor.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'
import type { Partnership } from './schemas.ts'

export type PartnershipFacts = Pick<Partnership, 'state'> & { provider: { id: string }; reseller: { id: string } }

/** BR-25: an invitation goes through a reseller only with an active partnership whose provider is the actor's organisation. */
export const canInviteThrough = (actor: Actor, partnership: PartnershipFacts | undefined): Verdict =>
  partnership?.state === 'active' && partnership.provider.id === actor.organization.id
    ? allowed
    : refused('state', 'invitation.reseller_not_partnered', 'BR-25')

/** BR-54c: tells whether another organisation is this provider's reseller, from either side. */
export const isOwnReseller = (partnership: PartnershipFacts | undefined, providerId: string): boolean =>
  partnership?.state === 'active' && partnership.provider.id === providerId
