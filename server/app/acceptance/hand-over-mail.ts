import type { HandOverRequest } from '../../../domain/invitations/asides/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { FoundLink } from './link-holder.ts'
import { requestWording } from '../invitations/request-wording.ts'
import { writtenMail } from '../mail/written-mail.ts'

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
  return {
    language,
    ...writtenMail(language, params, 'mails.hand_over.subject', [
      name === undefined ? 'mails.invitation.greeting' : 'mails.hand_over.greeting_named', 'mails.hand_over.who',
      `mails.invitation.${requestWording(invitation).ask}`, 'mails.invitation.unchanged', 'mails.hand_over.expect',
      ['mails.invitation.review', linkMark], 'mails.invitation.expires', 'mails.hand_over.doubt', 'mails.hand_over.closing',
    ]),
  }
}
