import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { inParagraphs, linkMark, unmarked } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { requestWording } from '../invitations/request-wording.ts'
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
  const wording = requestWording(invitation)
  const asInvited = (id: string) => say(`mails.invitation.${id}`, language, params)
  const words = (id: string) => say(`mails.reminder.${id}`, language, { ...params, subject: asInvited(wording.subject) })
  const paragraphs = [
    asInvited(customer?.companyName ? 'greeting_named' : 'greeting'),
    words('unanswered'),
    asInvited(wording.ask),
    asInvited('unchanged'),
    asInvited('who_accepts'),
    `${asInvited('review')}\n${linkMark}`,
    asInvited('expires'),
    words('stop'),
    asInvited(reseller ? 'closing_for' : 'closing'),
  ]
  return { subject: words('subject'), text: inParagraphs(paragraphs) }
}

type Carried = Pick<InvitationRecord, 'inviter' | 'customer' | 'createdAt' | 'expiresAt'>

/** BR-25: reminds a person at the reseller of an invitation to forward; `address` is its page's, never the link. */
export function resellerReminder(
  { inviter, customer, createdAt, expiresAt }: Carried, language: Locale, address: string,
): { subject: string; text: string } {
  const words = (id: string) =>
    say(`mails.reseller_reminder.${id}`, language, {
      inviter: inviter.displayName,
      customer: unmarked(customer?.companyName ?? customer?.domain ?? customer?.email ?? ''),
      made: dayInWords(createdAt, language),
      date: momentInWords(expiresAt, language),
    })
  const paragraphs = [
    say('mails.invitation.greeting', language),
    words(customer ? 'waits_for' : 'waits'),
    words('forward'),
    `${say('mails.note.see', language)}\n${address}`,
  ]
  return { subject: words('subject'), text: inParagraphs(paragraphs) }
}
