import type { NewMail } from '../../../../domain/mail/mail.ts'
import type { GdapRecord } from '../../../store/delegated-admin/row.ts'
import type { Reminded } from '../../../store/delegated-admin/reminders.ts'
import type { Ports } from '../../ports.ts'
import { type MailId, writtenMail } from '../../mail/written-mail.ts'
import { momentInWords } from '../../words/words.ts'

export type GdapMailing = Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl'>

type Note = {
  at: string
  /** Says what the mail is for; with whom it goes to, it is written once. */
  intent: string
  /** For a side, the subject and the paragraphs between the greeting and the address. */
  words: (side: Reminded['side']) => { subject: MailId; paragraphs: readonly MailId[] }
}

/** The same news for the partner's Admin agents and the customer's Global admins, in each reader's language; none where no mail leaves. */
export async function gdapNotes(ports: GdapMailing, relationship: GdapRecord, note: Note): Promise<NewMail[]> {
  return (await recipientsOf(ports, relationship)).map((recipient) => noteTo(ports, relationship, recipient, note))
}

/** Everybody whom a note of a relationship goes to; nobody where no mail leaves. */
export const recipientsOf = async (
  { store, sendsMail }: Pick<Ports, 'store' | 'sendsMail'>, relationship: GdapRecord,
): Promise<readonly Reminded[]> => (sendsMail ? store.gdapReminders.recipients(relationship) : [])

function noteTo(
  { newId, publicUrl }: GdapMailing, relationship: GdapRecord, { side, email, locale }: Reminded, { at, intent, words }: Note,
): NewMail {
  const { id, partner, endDateTime, customer, displayName: name } = relationship
  const params = {
    name, partner: partner.displayName, customer: customer?.displayName ?? '', date: momentInWords(endDateTime ?? at, locale),
  }
  const { subject, paragraphs } = words(side)
  const written = writtenMail(locale, params, subject, ['mails.invitation.greeting', ...paragraphs])
  const address = side === 'customer' ? `${publicUrl}/my-partners` : `${publicUrl}/delegated-admin/${id}`
  return {
    id: newId(),
    organizationId: partner.id,
    intent: `${intent}/${email}`,
    kind: 'note',
    invitation: null,
    to: email,
    language: locale,
    subject: written.subject,
    text: `${written.text}\n${address}\n`,
    from: partner.displayName,
    replyTo: null,
    dueAt: at,
  }
}
