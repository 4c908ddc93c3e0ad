import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { linkMark, type NewMail } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { askedMail, checkEdited } from '../mail/edited-message.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'

/** A mail as its sender wants it; the portal writes absent parts. */
export type Mailing = Pick<NewMail, 'kind' | 'intent'> & {
  to: string | undefined
  language?: Locale | undefined
  subject?: string | undefined
  text?: string | undefined
}

/**
 * The mail with an invitation, from the actor's organisation, answered to the actor; none without an address or on a host without mail.
 * Checks an edited text anyway, since its author will send it (BR-38).
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
