import type { MessageTemplate } from '../../../../domain/invitations/templates/schemas.ts'
import { reading } from '../../../api/reading.ts'
import { request } from '../../../api/request.ts'

export const templateQueries = {
  list: () => reading<{ items: MessageTemplate[] }>(['templates', 'list'], '/message-templates'),
}

type Seen = Pick<MessageTemplate, 'language' | 'etag'>

/** What the form has a field for. */
export const templateInputs = ['/subject', '/text'] as const

/** Refused with 412 when somebody else saved it since it was shown. */
export const saveTemplate = (
  { language, etag, subject, text }: Seen & { subject: string; text: string },
  idempotencyKey: string,
): Promise<MessageTemplate> =>
  request(`/message-templates/${language}`, { method: 'PUT', body: { subject, text }, ifMatch: etag, idempotencyKey })

export const restoreTemplate = ({ language, etag }: Seen, idempotencyKey: string): Promise<MessageTemplate> =>
  request(`/message-templates/${language}`, { method: 'DELETE', ifMatch: etag, idempotencyKey })
