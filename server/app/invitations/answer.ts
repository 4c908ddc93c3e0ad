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

/** An invitation in the actor's sight; 404 when there is none. */
export const findInvitation = async ({ store }: Pick<Ports, 'store'>, actor: Actor, id: string): Promise<InvitationRecord> =>
  visible(await store.invitations.find(scopeOf(actor), id.toLowerCase()), 'invitation.not_found', (it) => canSeeInvitation(actor, it))

/** What an invitation is shown by to one of its partners at a moment. */
export const shownTo = (ports: Pick<Ports, 'policies' | 'now' | 'sendsMail'>, actor: Actor, now = ports.now()) => ({
  policy: policyOf(ports, actor.organization.cloud), now, sendsMail: ports.sendsMail,
})

/** What is kept of an answer that shows the link: everything but the link, and which one it was. */
export type LinkedAnswer = { invitation: Invitation; linkNumber: number }

export const linkedAnswer = (saved: InvitationRecord, shown: Parameters<typeof invitationOnWire>[1]): LinkedAnswer => ({
  invitation: invitationOnWire(saved, shown),
  linkNumber: saved.linkNumber,
})

/** The answer as the maker reads it: the same for the first call and for every repeated one. */
export async function withLink(ports: Ports, { invitation, linkNumber }: LinkedAnswer, actor: Actor): Promise<InvitationWithLink> {
  const { link } = await linkOf(ports, { id: invitation.id, inviter: invitation.inviter, linkNumber })
  return { ...invitation, link, message: await messageOf(ports, actor, invitation, { language: invitation.language, link }) }
}
