import type { HandOverRequest } from '../../../domain/invitations/asides/schemas.ts'
import { inParagraphs, linkMark } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { FoundLink } from './link-holder.ts'
import { requestWording } from '../invitations/request-wording.ts'
import { say } from '../words/words.ts'

/** The mail that asks an administrator of the customer to answer, in the invitation's language, with {@link linkMark} for the link. */
export function handOverMail({ invitation, inviter }: FoundLink, actor: Actor, { name }: HandOverRequest) {
  const { language, expiresAt, reseller } = invitation
  const params = {
    person: actor.user.displayName,
    email: actor.user.email,
    tenant: actor.organization.displayName,
    inviter: inviter.displayName,
    reseller: reseller?.displayName ?? '',
    domain: inviter.domain,
    name: name ?? '',
    date: expiresAt,
  }
  const words = (id: string) => say(`mails.hand_over.${id}`, language, params)
  const ofInvitation = (id: string) => say(`mails.invitation.${id}`, language, params)
  const paragraphs = [
    name === undefined ? ofInvitation('greeting') : words('greeting_named'),
    words('who'),
    ofInvitation(requestWording(invitation).ask),
    ofInvitation('unchanged'),
    words('expect'),
    `${ofInvitation('review')}\n${linkMark}`,
    ofInvitation('expires'),
    words('doubt'),
    words('closing'),
  ]
  return { language, subject: words('subject'), text: inParagraphs(paragraphs) }
}
