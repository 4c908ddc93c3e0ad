import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { countMark, inParagraphs, type NewMail, unmarked } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { quoted } from '../../../domain/words-of-others/sent.ts'
import type { LinkScope } from '../../store/scope.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'
import { say } from '../words/words.ts'

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

/** Milliseconds for which the same news of a reusable invitation, which many may answer at once, are gathered into one mail. */
const gathering = 10 * 60_000

const isGathered = ({ reusable }: InvitationRecord, of: News['of']): boolean => reusable && (of === 'accepted' || of === 'declined')

/**
 * The mail that tells whoever made an invitation what the customer did, in the maker's language; none when nobody is to be told. Of a
 * reusable invitation's answers it names the first one of ten minutes, says how many there were, and leaves when they are over.
 */
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
  const gathers = isGathered(invitation, of)
  const occasion = gathers ? String(Math.floor(Date.parse(at) / gathering)) : once
  // Whatever a customer writes: a note never carries the link, and counts nothing but its own.
  const safely = (text: string) => unmarked(text).replaceAll(countMark, '')
  const paragraphs = [
    words('greeting'),
    words(of),
    ...(said ? [`${words('writes')}\n${quoted(said)}`] : []),
  ].map(safely)
  const further = [
    ...(gathers ? [words('gathered')] : []),
    `${words('see')}\n${ports.publicUrl}/invitations/${id}`,
    words('why'),
  ]
  return mailAbout(ports, invitation, {
    organizationId: inviter.id,
    intent: ['note', id, of, ...(occasion === undefined ? [] : [occasion])].join('/'),
    kind: 'note',
    to: maker.email,
    language: maker.locale,
    subject: words(`${of}.subject`),
    text: inParagraphs([...paragraphs, ...further]),
    from: inviter.displayName,
    replyTo: replyTo ?? null,
    dueAt: gathers ? new Date(Date.parse(at) + gathering).toISOString() : at,
  })
}

/** The customer by what is known of it: who answered, else how the invitation names it. */
function noteWords({ customer: named }: InvitationRecord, customer: string | null, language: Locale, id: string): string {
  const name = customer ?? named?.companyName ?? named?.domain ?? named?.email
  return say(`mails.note.${id}`, language, { customer: name ?? say('mails.note.somebody', language), count: countMark })
}
