import type { Page } from '../../../domain/page.ts'
import type { Partnership, Removal, RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import { pagesOf, reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

export const partnershipQueries = {
  /** What ending it would touch at this moment. */
  removal: (id: string) =>
    ({ ...reading<Removal>(['partnerships', 'removal', id], `/partnerships/${id}/removal`), staleTime: 0 }),
  list: () => pagesOf<Page<Partnership>>(['partnerships', 'list'], '/partnerships', 100),
}

type Seen = Pick<Partnership, 'id' | 'etag'>

/** What the form has a field for. */
export const partnershipInputs = ['/partnerId'] as const

export const requestPartnership = ({ partnerId }: { partnerId: string }, idempotencyKey: string): Promise<RequestedPartnership> =>
  request('/partnerships', { method: 'POST', body: { partnerId }, idempotencyKey })

export const authorizationInputs = ['/consent'] as const

export const authorizePartnership = ({ id, etag, consent }: Seen & { consent: boolean }, idempotencyKey: string): Promise<Partnership> =>
  request(`/partnerships/${id}/authorize`, { method: 'POST', body: { consent }, ifMatch: etag, idempotencyKey })

export const removePartnership = ({ id, etag }: Seen, idempotencyKey: string): Promise<Partnership> =>
  request(`/partnerships/${id}/remove`, { method: 'POST', ifMatch: etag, idempotencyKey })
