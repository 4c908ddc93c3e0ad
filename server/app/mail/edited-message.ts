import { keepsLink, keepsLinkWhole } from '../../../domain/invitations/message-rules.ts'
import { markedText, type NewMail } from '../../../domain/mail/mail.ts'
import { senderOf } from '../../../domain/mail/sender.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { enforce } from '../http/problem-response.ts'

type Edited = { subject?: string | undefined; text?: string | undefined }

/** BR-38: an edited text keeps the link, whole and in the text alone. `beside` as for the rule. */
export function checkEdited({ subject, text }: Edited, link: string, beside: readonly string[] = []): void {
  if (text !== undefined) enforce(keepsLink(text, link), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: '', text: text ?? '' }, link, beside), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: subject ?? '', text: '' }, link, beside), { pointer: '/subject', status: 422 })
}

/** What a mail that the actor asks for has of them, and of what they wrote instead of the portal's own words. */
export function askedMail(
  actor: Actor, now: Date, { language, ...written }: Pick<NewMail, 'language' | 'subject' | 'text'>,
  { subject, text }: Edited, link: string,
) {
  const { name: from, replyTo } = senderOf(actor)
  return {
    organizationId: actor.organization.id, requestedBy: actor.user.id, from, replyTo, dueAt: now.toISOString(), language,
    subject: subject ?? written.subject, text: text === undefined ? written.text : markedText(text, link),
  }
}
