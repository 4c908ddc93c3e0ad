import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { countMark, inParagraphs, type NewMail, unmarked } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { quoted } from '../../../domain/words-of-others/sent.ts'
import type { LinkScope } from '../../store/scope.ts'
import { mailAbout } from '../mail/new-mail.ts'
import type { Ports } from '../ports.ts'
import { say } from '../words/words.ts'

/** The news of a note. `once` distinguishes repeatable ones: the receipt of an answer, the number of a question. */
export type News = {
  at: string
  of: 'opened' | 'accepted' | 'declined' | 'asked'
  once?: string
  customer: string | null
  said?: string | null
  /** The customer's address, for the answer. */
  replyTo?: string
}

/** Gathers equal news of a reusable invitation into one mail, for these milliseconds. */
const gathering = 10 * 60_000

const isGathered = ({ reusable }: InvitationRecord, of: News['of']): boolean => reusable && (of === 'accepted' || of === 'declined')

/**
 * The mail that notifies an invitation's maker of the customer's action, in the maker's language; none when nobody is to be notified. For a
 * reusable invitation it gathers ten minutes of answers, names the first and counts them.
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
  // Customers' words may hold neither the link nor the count mark.
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

/** Names the customer: who answered, else as the invitation does. */
function noteWords({ customer: named }: InvitationRecord, customer: string | null, language: Locale, id: string): string {
  const name = customer ?? named?.companyName ?? named?.domain ?? named?.email
  return say(`mails.note.${id}`, language, { customer: name ?? say('mails.note.somebody', language), count: countMark })
}
