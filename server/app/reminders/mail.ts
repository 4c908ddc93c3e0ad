import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { linkMark, unmarked } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { requestWording } from '../invitations/request-wording.ts'
import { writtenMail } from '../mail/written-mail.ts'
import { dayInWords, momentInWords, say } from '../words/words.ts'

type Reminded = Pick<InvitationRecord, 'inviter' | 'kind' | 'reseller' | 'customer' | 'includeDap' | 'language' | 'createdAt' | 'expiresAt'>

/** The mail that reminds a customer, in its language: who asks for what, the deadline, and how to stop reminders. */
export function reminderMail(invitation: Reminded): { subject: string; text: string } {
  const { inviter, reseller, customer, language, createdAt, expiresAt } = invitation
  const params = {
    inviter: inviter.displayName,
    reseller: reseller?.displayName ?? '',
    customer: unmarked(customer?.companyName ?? ''),
    made: dayInWords(createdAt, language),
    date: momentInWords(expiresAt, language),
  }
  const asked = requestWording(invitation)
  const subject = say(`mails.invitation.${asked.subject}`, language, params)
  return writtenMail(language, { ...params, subject }, 'mails.reminder.subject', [
    customer?.companyName ? 'mails.invitation.greeting_named' : 'mails.invitation.greeting', 'mails.reminder.unanswered',
    `mails.invitation.${asked.ask}`, 'mails.invitation.unchanged', 'mails.invitation.who_accepts', ['mails.invitation.review', linkMark],
    'mails.invitation.expires', 'mails.reminder.stop', reseller ? 'mails.invitation.closing_for' : 'mails.invitation.closing',
  ])
}

type Carried = Pick<InvitationRecord, 'inviter' | 'customer' | 'createdAt' | 'expiresAt'>

/** BR-25: reminds a person at the reseller of an invitation to forward; `address` is its page's, never the link. */
export function resellerReminder(
  { inviter, customer, createdAt, expiresAt }: Carried, language: Locale, address: string,
): { subject: string; text: string } {
  const params = {
    inviter: inviter.displayName,
    customer: unmarked(customer?.companyName ?? customer?.domain ?? customer?.email ?? ''),
    made: dayInWords(createdAt, language),
    date: momentInWords(expiresAt, language),
  }
  return writtenMail(language, params, 'mails.reseller_reminder.subject', [
    'mails.invitation.greeting', customer ? 'mails.reseller_reminder.waits_for' : 'mails.reseller_reminder.waits',
    'mails.reseller_reminder.forward', ['mails.note.see', address],
  ])
}
