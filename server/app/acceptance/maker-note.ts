import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { countMark, type NewMail, unmarked } from '../../../domain/mail/mail.ts'
import { quoted } from '../../../domain/words-of-others/sent.ts'
import type { LinkScope } from '../../store/scope.ts'
import { mailAbout } from '../mail/new-mail.ts'
import { writtenMail } from '../mail/written-mail.ts'
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
  const { id, inviter, customer: named } = invitation
  const { email, locale, organizationId, userId } = maker
  const gathers = isGathered(invitation, of)
  const occasion = gathers ? String(Math.floor(Date.parse(at) / gathering)) : once
  // By what is known of it: who answered, else how the invitation names it.
  const name = customer ?? named?.companyName ?? named?.domain ?? named?.email ?? say('mails.note.somebody', locale)
  return mailAbout(ports, invitation, {
    organizationId: inviter.id,
    intent: ['note', id, of, ...(occasion === undefined ? [] : [occasion])].join('/'),
    kind: 'note',
    to: email,
    reader: { organizationId, userId, kind: 'invitations' },
    language: locale,
    ...writtenMail(locale, { customer: safely(name), count: countMark }, `mails.note.${of}.subject`, [
      'mails.note.greeting', `mails.note.${of}`, ...(said ? [['mails.note.writes', quoted(safely(said))] as const] : []),
      ...(gathers ? ['mails.note.gathered' as const] : []), ['mails.note.see', `${ports.publicUrl}/invitations/${id}`], 'mails.note.why',
    ]),
    from: inviter.displayName,
    replyTo: replyTo ?? null,
    dueAt: gathers ? new Date(Date.parse(at) + gathering).toISOString() : at,
  })
}

/** Whatever a customer writes: a note never carries the link, and counts nothing but its own. */
const safely = (text: string) => unmarked(text).replaceAll(countMark, '')
