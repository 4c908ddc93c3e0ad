import type { Attestation } from '../../../domain/agreements/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'

export const relationshipQueries = {
  partners: (id: string) => reading(['customers', 'partners', id], '/customers/{id}/partners', { path: { id } }),
  capabilities: (id: string) => reading(['customers', 'capabilities', id], '/customers/{id}/capabilities', { path: { id } }),
  events: (id: string) => reading(['customers', 'events', id], '/customers/{id}/events', { path: { id } }),
  agreement: (id: string) => reading(['customers', 'agreement', id], '/customers/{id}/agreement', { path: { id } }),
}

type Changed = { tenantId: string; etag: string }

export const removeRelationship = ({ tenantId: id, etag }: Changed, idempotencyKey: string): Promise<true> =>
  done(call('POST /customers/{id}/remove-relationship', { path: { id }, ifMatch: etag, idempotencyKey }))

export const askForReseller = ({ tenantId: id }: Changed, idempotencyKey: string): Promise<true> =>
  done(call('POST /customers/{id}/ask-admin-rights', { path: { id }, idempotencyKey }))

/** The form's fields. */
export const extensionInputs = ['/providerId', '/customerConsents'] as const

export const extendRelationship = (
  { tenantId: id, providerId, customerConsents }: Changed & { providerId: string; customerConsents: boolean },
  idempotencyKey: string,
): Promise<true> =>
  done(call('POST /customers/{id}/extend-relationship', { path: { id }, body: { providerId, customerConsents }, idempotencyKey }))

/** The form's fields. */
export const attestationInputs = ['/firstName', '/lastName', '/email', '/phoneNumber', '/dateAgreed'] as const

export const attestAgreement = ({ tenantId: id, ...body }: Attestation & { tenantId: string }, idempotencyKey: string) =>
  call('POST /customers/{id}/agreement', { path: { id }, body, idempotencyKey })
