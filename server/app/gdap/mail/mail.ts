import type { NewMail } from '../../../../domain/mail/mail.ts'
import type { GdapRecord } from '../../../store/gdap/row.ts'
import type { Reminded } from '../../../store/gdap/reminders.ts'
import type { Ports } from '../../ports.ts'
import { type MailId, writtenMail } from '../../mail/written-mail.ts'
import { momentInWords } from '../../words/words.ts'

export type GdapMailing = Pick<Ports, 'store' | 'newId' | 'sendsMail' | 'publicUrl'>

type Note = {
  at: string
  /** The purpose; each recipient gets one mail per intent. */
  intent: string
  /** For a side, the subject and the paragraphs between the greeting and the address. */
  words: (side: Reminded['side']) => { subject: MailId; paragraphs: readonly MailId[] }
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
  { newId, publicUrl }: GdapMailing, relationship: GdapRecord,
  { side, organizationId, userId, email, locale }: Reminded, { at, intent, words }: Note,
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
    intent: `${intent}/${userId}`,
    kind: 'note',
    invitation: null,
    to: email,
    reader: { organizationId, userId, kind: 'admin_rights' },
    language: locale,
    subject: written.subject,
    text: `${written.text}\n${address}\n`,
    from: partner.displayName,
    replyTo: null,
    dueAt: at,
  }
}
