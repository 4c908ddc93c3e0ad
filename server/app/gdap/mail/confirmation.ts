import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import type { MailId } from '../../mail/written-mail.ts'
import type { gdapNotes } from './mail.ts'

type Note = Parameters<typeof gdapNotes>[2]

/** BR-90, BR-91, BR-94: notes to both sides when rights begin, expire or are terminated. */
export function gdapConfirmation(
  before: GdapRelationship, { id, status, endDateTime }: GdapRelationship, at: string,
): Note | undefined {
  const note = (intent: string, subject: MailId, said: MailId, to: Record<'customer' | 'partner', MailId>): Note => ({
    at, intent, words: (side) => ({ subject, paragraphs: [said, to[side], 'mails.gdap_end.unchanged'] }),
  })
  if (before.status === 'activating' && status === 'active')
    return note(`gdap-begun/${id}`, 'mails.gdap_begun.subject', 'mails.gdap_begun.stands', {
      customer: 'mails.gdap_begun.customer', partner: 'mails.gdap_begun.partner',
    })
  if (status === 'terminated')
    return note(`gdap-terminated/${id}`, 'mails.gdap_end.subject_over', 'mails.gdap_terminated.ended', {
      customer: 'mails.gdap_terminated.customer', partner: 'mails.gdap_end.partner_over',
    })
  if (status === 'expired')
    return note(`gdap-end/${id}/${endDateTime}/0`, 'mails.gdap_end.subject_over', 'mails.gdap_end.over', {
      customer: 'mails.gdap_end.customer_over', partner: 'mails.gdap_end.partner_over',
    })
  return undefined
}
