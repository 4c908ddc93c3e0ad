import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import { keepsLink, keepsLinkWhole } from '../../domain/invitations/message-rules.ts'
import { linkMark, type NewMail } from '../../domain/mail/mail.ts'
import type { Actor } from '../../domain/session/actor.ts'
import { linkOf } from './invitation-links.ts'
import { messageOf } from './message-of.ts'
import { mailAbout } from './new-mail.ts'
import type { Ports } from './ports.ts'
import { enforce } from './problem-response.ts'

/** A mail as whoever sends it wants it; what it does not say is as the portal writes it. */
export type Mailing = Pick<NewMail, 'kind' | 'intent'> & {
  to: string | undefined
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
  { kind, intent, to, subject, text }: Mailing,
): Promise<NewMail[]> {
  const { user, organization } = actor
  const { link } = await linkOf(ports, invitation)
  if (text !== undefined) enforce(keepsLink(text, link), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: '', text: text ?? '' }, link), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: subject ?? '', text: '' }, link), { pointer: '/subject', status: 422 })
  if (to === undefined) return []
  const { language } = invitation
  const written = await messageOf(ports, actor, invitation, { language, link: linkMark })
  return mailAbout(ports, invitation, {
    organizationId: organization.id,
    intent,
    kind,
    to,
    language,
    subject: subject ?? written.subject,
    text: text === undefined ? written.text : marked(text, link),
    from: organization.displayName,
    replyTo: user.email,
    dueAt: ports.now().toISOString(),
  })
}

/** As it is kept: the link is derived again when the mail leaves. */
const marked = (text: string, link: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(linkMark, '').replaceAll(link, linkMark)
