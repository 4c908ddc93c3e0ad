import type { Agreement, Attestation } from '../../../domain/agreements/schemas.ts'
import type { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import type { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

const of = (tenantId: string) => `/customers/${encodeURIComponent(tenantId)}`

export const relationshipQueries = {
  partners: (tenantId: string) => reading<{ items: PartnerOfTenant[] }>(['customers', 'partners', tenantId], `${of(tenantId)}/partners`),
  capabilities: (tenantId: string) =>
    reading<{ items: CapabilityAnswer[] }>(['customers', 'capabilities', tenantId], `${of(tenantId)}/capabilities`),
  events: (tenantId: string) => reading<{ items: HistoryEntry[] }>(['customers', 'events', tenantId], `${of(tenantId)}/events`),
  agreement: (tenantId: string) => reading<Agreement>(['customers', 'agreement', tenantId], `${of(tenantId)}/agreement`),
}

type Changed = { tenantId: string; etag: string }

export const removeRelationship = ({ tenantId, etag }: Changed, idempotencyKey: string): Promise<true> =>
  done(`${of(tenantId)}/remove-relationship`, { method: 'POST', ifMatch: etag, idempotencyKey })

export const askForReseller = ({ tenantId }: Changed, idempotencyKey: string): Promise<true> =>
  done(`${of(tenantId)}/ask-admin-rights`, { method: 'POST', idempotencyKey })

/** The form's fields. */
export const extensionInputs = ['/providerId', '/customerConsents'] as const

export const extendRelationship = (
  { tenantId, providerId, customerConsents }: Changed & { providerId: string; customerConsents: boolean },
  idempotencyKey: string,
): Promise<true> =>
  done(`${of(tenantId)}/extend-relationship`, { method: 'POST', body: { providerId, customerConsents }, idempotencyKey })

/** The form's fields. */
export const attestationInputs = ['/firstName', '/lastName', '/email', '/phoneNumber', '/dateAgreed'] as const

type Attested = Attestation & { tenantId: string }

export const attestAgreement = ({ tenantId, ...attestation }: Attested, idempotencyKey: string): Promise<Agreement> =>
  request<Agreement>(`${of(tenantId)}/agreement`, { method: 'POST', body: attestation, idempotencyKey })
