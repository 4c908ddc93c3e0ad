import type { CustomerChange, CustomerView } from '../../../domain/customers/schemas.ts'
import { call } from '../../api/call.ts'
import { callFile } from '../../api/call-file.ts'
import { gridOf, reading } from '../../api/reading.ts'

export const customerQueries = {
  list: (view: CustomerView) => gridOf(['customers', 'list', view], '/customers', view),
  one: (id: string) => reading(['customers', 'one', id], '/customers/{id}', { path: { id } }),
  tags: () => reading(['customers', 'tags'], '/customers/tags'),
}

export const exportedCustomers = (view: CustomerView): Promise<Blob> => callFile('GET /customers/export', { query: view })

/** What these customers have bought (BR-105). */
export const exportedSubscriptions = (view: CustomerView): Promise<Blob> => callFile('GET /subscriptions/export', { query: view })

export const descriptionInputs = ['/alias', '/tags', '/notes'] as const

/** 412 when somebody changed the row since. */
export const describeCustomer = ({ id, etag, ...body }: CustomerChange & { id: string; etag: string }, idempotencyKey: string) =>
  call('PATCH /customers/{id}', { path: { id }, body, ifMatch: etag, idempotencyKey })
