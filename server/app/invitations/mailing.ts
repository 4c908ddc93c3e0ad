import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { linkMark, type NewMail } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { askedMail, checkEdited } from '../mail/edited-message.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'

/** A mail as whoever sends it wants it; what it does not say is as the portal writes it. */
export type Mailing = Pick<NewMail, 'kind' | 'intent'> & {
  to: string | undefined
  language?: Locale | undefined
  subject?: string | undefined
  text?: string | undefined
}

/**
 * The mail that carries an invitation, from the actor's organisation and answered to the actor; none without an address or on a host that
 * sends none. An edited text is looked at all the same, since whoever edited it is going to send it (BR-38).
 */
export async function mailOf(
  ports: Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'secret' | 'publicUrl' | 'now' | 'policies'>,
  actor: Actor,
  invitation: InvitationRecord,
  { kind, intent, to, language = invitation.language, ...edited }: Mailing,
): Promise<NewMail[]> {
  const { link } = await linkOf(ports, invitation)
  checkEdited(edited, link)
  if (to === undefined) return []
  const written = await messageOf(ports, actor, invitation, { language, link: linkMark })
  return mailAbout(ports, invitation, { ...askedMail(actor, ports.now(), written, edited, link), intent, kind, to })
}
