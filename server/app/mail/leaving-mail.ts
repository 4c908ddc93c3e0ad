import { logoCid, mailHtml } from '../../../domain/mail/html.ts'
import { countMark, linkMark } from '../../../domain/mail/mail.ts'
import { nameBesidePortal } from '../../../domain/mail/sender.ts'
import type { MailKind } from '../../../domain/mail/states.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { cleanSent, cleanSentLine } from '../../../domain/words-of-others/sent.ts'
import type { HeldMail } from '../../store/mail/held-mails.ts'
import { approvalLinkOf } from '../gdap/approval-link.ts'
import { linkOf } from '../invitations/links.ts'
import type { MailLogo } from '../organizations/standing.ts'
import type { Ports } from '../ports.ts'
import { noticesTokenOf, unsubscribeTokenOf } from '../secrets.ts'
import { say } from '../words/words.ts'

/** A mail at the moment of sending, with its link; never stored or logged. */
export type LeavingMail = {
  id: string
  /** The sender's name beside the portal's own address. */
  from: string
  to: string
  replyTo: string | null
  language: Locale
  subject: string
  text: string
  html: string
  /** Nobody requested it, so no machine should answer it (RFC 3834). */
  automatic: boolean
  /** The address for one-click unsubscribing (RFC 8058). */
  unsubscribeUrl: string | null
  /** A PNG in base64, which the HTML shows as {@link logoCid}. */
  logo: string | undefined
}

const buttonOf = (kind: MailKind) => (kind === 'approval' ? 'mails.gdap_request.button' : 'mails.button')

const automaticKinds: readonly MailKind[] = ['reminder', 'note']

/** Derives the link of a mail and renders it as text and HTML, with its sender's logo. */
export async function leavingMail(
  ports: Pick<Ports, 'secret' | 'publicUrl'>, mail: HeldMail, logo?: MailLogo,
): Promise<LeavingMail> {
  const link = await linkIn(ports, mail)
  const written = mail.text.replaceAll(countMark, String(mail.gathered))
  return {
    id: mail.id,
    from: nameBesidePortal(mail.from),
    to: mail.to,
    replyTo: mail.replyTo,
    language: mail.language,
    subject: cleanSentLine(mail.subject),
    text: cleanSent(written).replaceAll(linkMark, link),
    html: mailHtml({
      ...mail, text: written, link, button: say(buttonOf(mail.kind), mail.language), logo: logo && { ...logo, src: `cid:${logoCid}` },
    }),
    automatic: automaticKinds.includes(mail.kind),
    unsubscribeUrl: await unsubscribeUrlOf(ports, mail),
    logo: logo?.picture,
  }
}

async function linkIn(ports: Pick<Ports, 'secret' | 'publicUrl'>, { invitation, requestId }: HeldMail): Promise<string> {
  if (requestId !== undefined) return approvalLinkOf(ports, requestId)
  return invitation ? (await linkOf(ports, { ...invitation, inviter: { id: invitation.partnerId } })).link : ''
}

/** Whoever works in the portal turns off this kind of mail, a customer the reminders of this invitation. */
async function unsubscribeUrlOf(
  { secret, publicUrl }: Pick<Ports, 'secret' | 'publicUrl'>, { kind, reader, invitation }: HeldMail,
): Promise<string | null> {
  const address = `${publicUrl}/api/mail/unsubscribe`
  if (reader) return `${address}/${reader.organizationId}/${reader.userId}/${reader.kind}/${await noticesTokenOf(secret, reader)}`
  if (!invitation || kind !== 'reminder') return null
  const { partnerId, id: invitationId } = invitation
  return `${address}/${partnerId}/${invitationId}/${await unsubscribeTokenOf(secret, { partnerId, invitationId })}`
}
