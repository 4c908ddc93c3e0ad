import { keepsLink, keepsLinkWhole } from '../../../domain/invitations/message-rules.ts'
import { enforce } from '../http/problem-response.ts'

type Edited = { subject?: string | undefined; text?: string | undefined }

/** BR-38: an edited text keeps the link, whole and in the text alone. `beside` as for the rule. */
export function checkEdited({ subject, text }: Edited, link: string, beside: readonly string[] = []): void {
  if (text !== undefined) enforce(keepsLink(text, link), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: '', text: text ?? '' }, link, beside), { pointer: '/text', status: 422 })
  enforce(keepsLinkWhole({ subject: subject ?? '', text: '' }, link, beside), { pointer: '/subject', status: 422 })
}
