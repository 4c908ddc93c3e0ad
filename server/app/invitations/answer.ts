import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Invitation, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import type { Ports } from '../ports.ts'
import { invitationOnWire } from '../http/wire.ts'

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
