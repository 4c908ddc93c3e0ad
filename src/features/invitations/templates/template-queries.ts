import { queryOptions } from '@tanstack/react-query'
import type { MessageTemplate } from '../../../../domain/invitations/templates/schemas.ts'
import { request } from '../../../api/request.ts'

export const templateQueries = {
  list: () =>
    queryOptions({
      queryKey: ['templates', 'list'],
      queryFn: ({ signal }) => request<{ items: MessageTemplate[] }>('/message-templates', { signal }),
    }),
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
