import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { call } from '../../api/call.ts'
import { pagesOf, reading } from '../../api/reading.ts'

export const partnershipQueries = {
  /** What ending it would touch at this moment. */
  removal: (id: string) =>
    ({ ...reading(['partnerships', 'removal', id], '/partnerships/{id}/removal', { path: { id } }), staleTime: 0 }),
  list: () => pagesOf(['partnerships', 'list'], '/partnerships', 100),
}

type Seen = Pick<Partnership, 'id' | 'etag'>

/** What the form has a field for. */
export const partnershipInputs = ['/partnerId'] as const

export const requestPartnership = (body: { partnerId: string }, idempotencyKey: string) =>
  call('POST /partnerships', { body, idempotencyKey })

export const authorizationInputs = ['/consent'] as const

export const authorizePartnership = ({ id, etag, consent }: Seen & { consent: boolean }, idempotencyKey: string) =>
  call('POST /partnerships/{id}/authorize', { path: { id }, body: { consent }, ifMatch: etag, idempotencyKey })

export const removePartnership = ({ id, etag }: Seen, idempotencyKey: string) =>
  call('POST /partnerships/{id}/remove', { path: { id }, ifMatch: etag, idempotencyKey })
