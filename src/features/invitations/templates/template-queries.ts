import type { MessageTemplate } from '../../../../domain/invitations/templates/schemas.ts'
import { call } from '../../../api/call.ts'
import { reading } from '../../../api/reading.ts'

export const templateQueries = {
  list: () => reading(['templates', 'list'], '/message-templates'),
}

type Seen = Pick<MessageTemplate, 'language' | 'etag'>

/** What the form has a field for. */
export const templateInputs = ['/subject', '/text'] as const

/** Refused with 412 when somebody else saved it since it was shown. */
export const saveTemplate = (
  { language, etag, subject, text }: Seen & { subject: string; text: string },
  idempotencyKey: string,
) =>
  call('PUT /message-templates/{language}', { path: { language }, body: { subject, text }, ifMatch: etag, idempotencyKey })

export const restoreTemplate = ({ language, etag }: Seen, idempotencyKey: string) =>
  call('DELETE /message-templates/{language}', { path: { language }, ifMatch: etag, idempotencyKey })
