import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import { linkMark, type NewMail } from '../../domain/mail/mail.ts'
import type { Locale } from '../../domain/session/locales.ts'
import { quoted } from '../../domain/words-of-others/sent.ts'
import type { LinkScope } from '../store/scope.ts'
import { mailAbout } from './new-mail.ts'
import type { Ports } from './ports.ts'
import { say } from './words.ts'

/** What a maker is told of. `once` tells apart what can happen again: the receipt of an answer, the number of a question. */
export type News = {
  at: string
  of: 'opened' | 'accepted' | 'declined' | 'asked'
  once?: string
  customer: string | null
  /** The customer's own words: its reason, or its question. */
  said?: string | null
  /** Who asked; the answer goes there. */
  replyTo?: string
}

/** The mail that tells whoever made an invitation what the customer did, in the maker's language; none when nobody is to be told. */
export async function makerNote(
  ports: Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl'>,
  scope: LinkScope,
  invitation: InvitationRecord,
  { at, of, once, customer, said, replyTo }: News,
): Promise<readonly NewMail[]> {
  const maker = ports.sendsMail ? await ports.store.reminders.makerOf(scope) : undefined
  if (!maker) return []
  const { id, inviter } = invitation
  const words = (what: string) => noteWords(invitation, customer, maker.locale, what)
  const paragraphs = [
    words('greeting'),
    words(of),
    ...(said ? [`${words('writes')}\n${quoted(said)}`] : []),
    `${words('see')}\n${ports.publicUrl}/invitations/${id}`,
    words('why'),
  ]
  return mailAbout(ports, invitation, {
    organizationId: inviter.id,
    intent: ['note', id, of, ...(once === undefined ? [] : [once])].join('/'),
    kind: 'note',
    to: maker.email,
    language: maker.locale,
    subject: words(`${of}.subject`),
    // Whatever a customer writes: a note never carries the link.
    text: `${paragraphs.join('\n\n')}\n`.replaceAll(linkMark, ''),
    from: inviter.displayName,
    replyTo: replyTo ?? null,
    dueAt: at,
  })
}

/** The customer by what is known of it: who answered, else how the invitation names it. */
function noteWords({ customer: named }: InvitationRecord, customer: string | null, language: Locale, id: string): string {
  const name = customer ?? named?.companyName ?? named?.domain ?? named?.email
  return say(`mails.note.${id}`, language, { customer: name ?? say('mails.note.somebody', language) })
}
