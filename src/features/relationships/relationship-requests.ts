import { queryOptions } from '@tanstack/react-query'
import type { Agreement, Attestation } from '../../../domain/agreements/schemas.ts'
import type { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import type { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Subscription } from '../../../domain/subscriptions/schemas.ts'
import { request } from '../../api/request.ts'

const of = (tenantId: string) => `/customers/${encodeURIComponent(tenantId)}`

export const relationshipQueries = {
  partners: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'partners', tenantId],
      queryFn: ({ signal }) => request<{ items: PartnerOfTenant[] }>(`${of(tenantId)}/partners`, { signal }),
    }),
  capabilities: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'capabilities', tenantId],
      queryFn: ({ signal }) => request<{ items: CapabilityAnswer[] }>(`${of(tenantId)}/capabilities`, { signal }),
    }),
  events: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'events', tenantId],
      queryFn: ({ signal }) => request<{ items: HistoryEntry[] }>(`${of(tenantId)}/events`, { signal }),
    }),
  agreement: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'agreement', tenantId],
      queryFn: ({ signal }) => request<Agreement>(`${of(tenantId)}/agreement`, { signal }),
    }),
  /** What is bought there; of it a removal's blockers are made, one each. */
  subscriptions: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'subscriptions', tenantId],
      queryFn: ({ signal }) => request<{ items: Subscription[] }>(`${of(tenantId)}/subscriptions`, { signal }),
    }),
  partnerships: () =>
    queryOptions({
      queryKey: ['partnerships', 'first'],
      queryFn: ({ signal }) => request<Page<Partnership>>('/partnerships', { query: { limit: 200 }, signal }),
    }),
}

type Changed = { tenantId: string; etag: string }

export const removeRelationship = async ({ tenantId, etag }: Changed, idempotencyKey: string): Promise<true> => {
  await request<undefined>(`${of(tenantId)}/remove-relationship`, { method: 'POST', ifMatch: etag, idempotencyKey })
  return true
}

export const askForReseller = async ({ tenantId }: Changed, idempotencyKey: string): Promise<true> => {
  await request<undefined>(`${of(tenantId)}/ask-admin-rights`, { method: 'POST', idempotencyKey })
  return true
}

/** What the form has a field for. */
export const extensionInputs = ['/providerId', '/customerConsents'] as const

export const extendRelationship = async (
  { tenantId, providerId, customerConsents }: Changed & { providerId: string; customerConsents: boolean },
  idempotencyKey: string,
): Promise<true> => {
  const body = { providerId, customerConsents }
  await request<undefined>(`${of(tenantId)}/extend-relationship`, { method: 'POST', body, idempotencyKey })
  return true
}

/** What the form has a field for. */
export const attestationInputs = ['/firstName', '/lastName', '/email', '/phoneNumber', '/dateAgreed'] as const

type Attested = Attestation & { tenantId: string }

export const attestAgreement = ({ tenantId, ...attestation }: Attested, idempotencyKey: string): Promise<Agreement> =>
  request<Agreement>(`${of(tenantId)}/agreement`, { method: 'POST', body: attestation, idempotencyKey })
