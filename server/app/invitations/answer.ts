import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Invitation, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { canSeeInvitation } from '../../../domain/invitations/rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { policyOf } from '../clouds/policy-of.ts'
import { visible } from '../http/problem-response.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import type { Ports } from '../ports.ts'
import { invitationOnWire } from '../http/wire.ts'

/** Finds an invitation that the actor sees; else 404. */
export const findInvitation = async ({ store }: Pick<Ports, 'store'>, actor: Actor, id: string): Promise<InvitationRecord> =>
  visible(await store.invitations.find(scopeOf(actor), id.toLowerCase()), 'invitation.not_found', (it) => canSeeInvitation(actor, it))

export const shownTo = (ports: Pick<Ports, 'policies' | 'now' | 'sendsMail'>, actor: Actor, now = ports.now()) => ({
  policy: policyOf(ports, actor.organization.cloud), now, sendsMail: ports.sendsMail,
})

/** The kept answer of a response with a link: everything but the link, and the link's number. */
export type LinkedAnswer = { invitation: Invitation; linkNumber: number }

export const linkedAnswer = (saved: InvitationRecord, shown: Parameters<typeof invitationOnWire>[1]): LinkedAnswer => ({
  invitation: invitationOnWire(saved, shown),
  linkNumber: saved.linkNumber,
})

/** Adds the link, the same for the first and every repeated call. */
export async function withLink(ports: Ports, { invitation, linkNumber }: LinkedAnswer, actor: Actor): Promise<InvitationWithLink> {
  const { link } = await linkOf(ports, { id: invitation.id, inviter: invitation.inviter, linkNumber })
  return { ...invitation, link, message: await messageOf(ports, actor, invitation, { language: invitation.language, link }) }
}
