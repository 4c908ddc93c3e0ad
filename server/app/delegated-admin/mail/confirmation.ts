import type { GdapRelationship } from '../../../../domain/delegated-admin/relationship.ts'
import type { gdapNotes } from './mail.ts'

/** BR-90, BR-91, BR-94: what both sides are told when rights begin, expire or were ended by somebody; nothing of any other step. */
export function gdapConfirmation(
  before: GdapRelationship, { id, status, endDateTime }: GdapRelationship, at: string,
): Parameters<typeof gdapNotes>[2] | undefined {
  if (before.status === 'activating' && status === 'active')
    return {
      at,
      intent: `gdap-begun/${id}`,
      words: (side) => ({
        subject: 'mails.gdap_begun.subject',
        paragraphs: [
          'mails.gdap_begun.stands', side === 'customer' ? 'mails.gdap_begun.customer' : 'mails.gdap_begun.partner',
          'mails.gdap_end.unchanged',
        ],
      }),
    }
  if (status === 'terminated')
    return {
      at,
      intent: `gdap-terminated/${id}`,
      words: (side) => ({
        subject: 'mails.gdap_end.subject_over',
        paragraphs: [
          'mails.gdap_terminated.ended', side === 'customer' ? 'mails.gdap_terminated.customer' : 'mails.gdap_end.partner_over',
          'mails.gdap_end.unchanged',
        ],
      }),
    }
  if (status === 'expired')
    return {
      at,
      intent: `gdap-end/${id}/${endDateTime}/0`,
      words: (side) => ({
        subject: 'mails.gdap_end.subject_over',
        paragraphs: [
          'mails.gdap_end.over', side === 'customer' ? 'mails.gdap_end.customer_over' : 'mails.gdap_end.partner_over',
          'mails.gdap_end.unchanged',
        ],
      }),
    }
  return undefined
}
