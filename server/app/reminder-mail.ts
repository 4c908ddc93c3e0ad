import { linkMark } from '../../domain/mail/mail.ts'
import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import { dayInWords, say } from './words.ts'

type Reminded = Pick<InvitationRecord, 'inviter' | 'reseller' | 'customer' | 'includeDap' | 'language' | 'createdAt' | 'expiresAt'>

/** The mail that reminds a customer, in its language: who asked for what, until when it can answer, and how to hear no more of it. */
export function reminderMail(invitation: Reminded): { subject: string; text: string } {
  const { inviter, reseller, customer, includeDap, language, createdAt, expiresAt } = invitation
  const params = {
    inviter: inviter.displayName,
    reseller: reseller?.displayName ?? '',
    // A name is not where the link goes, whatever signs are in it.
    customer: customer?.companyName?.replaceAll(linkMark, '') ?? '',
    made: dayInWords(createdAt, language),
    date: dayInWords(expiresAt, language),
  }
  const asInvited = (id: string) => say(`mails.invitation.${id}`, language, params)
  const words = (id: string) => say(`mails.reminder.${id}`, language, params)
  const paragraphs = [
    asInvited(customer?.companyName ? 'greeting_named' : 'greeting'),
    words('unanswered'),
    asInvited(`ask.${includeDap ? 'relationship_and_admin' : 'relationship'}`),
    asInvited('unchanged'),
    asInvited('who_accepts'),
    `${asInvited('review')}\n${linkMark}`,
    asInvited('expires'),
    words('stop'),
    asInvited(reseller ? 'closing_for' : 'closing'),
  ]
  return { subject: words('subject'), text: `${paragraphs.join('\n\n')}\n` }
}
