import { inParagraphs, type NewMail } from '../../../../domain/mail/mail.ts'
import type { GdapRecord } from '../../../store/gdap/row.ts'
import type { Reminded } from '../../../store/gdap/reminders.ts'
import type { Ports } from '../../ports.ts'
import { momentInWords, say } from '../../words/words.ts'

export type GdapMailing = Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl'>

type Note = {
  at: string
  /** The purpose; each recipient gets one mail per intent. */
  intent: string
  /** Ids of `mails.` for the subject and the paragraphs between greeting and address, by side. */
  words: (side: Reminded['side']) => { subject: string; paragraphs: readonly string[] }
}

/** Notes for the partner's Admin agents and the customer's Global admins, in each reader's language; none on a host without mail. */
export async function gdapNotes(ports: GdapMailing, relationship: GdapRecord, note: Note): Promise<NewMail[]> {
  return (await recipientsOf(ports, relationship)).map((recipient) => noteTo(ports, relationship, recipient, note))
}

/** Lists a note's recipients; none on a host without mail. */
export const recipientsOf = async (
  { store, sendsMail }: Pick<Ports, 'store' | 'sendsMail'>, relationship: GdapRecord,
): Promise<readonly Reminded[]> => (sendsMail ? store.gdapReminders.recipients(relationship) : [])

function noteTo(
  { newId, publicUrl }: GdapMailing, relationship: GdapRecord, { side, email, locale }: Reminded, { at, intent, words }: Note,
): NewMail {
  const { id, partner, endDateTime, customer, displayName: name } = relationship
  const end = endDateTime ?? at
  const params = {
    name, partner: partner.displayName, customer: customer?.displayName ?? '',
    date: momentInWords(end, locale),
  }
  const { subject, paragraphs } = words(side)
  const address = side === 'customer' ? `${publicUrl}/my-partners` : `${publicUrl}/delegated-admin/${id}`
  return {
    id: newId(),
    organizationId: partner.id,
    intent: `${intent}/${email}`,
    kind: 'note',
    invitation: null,
    to: email,
    language: locale,
    subject: say(subject, locale, params),
    text: inParagraphs([...['mails.invitation.greeting', ...paragraphs].map((message) => say(message, locale, params)), address]),
    from: partner.displayName,
    replyTo: null,
    dueAt: at,
  }
}
