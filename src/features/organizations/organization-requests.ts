import type { SaidAgreement } from '../../../domain/programme-agreement/schemas.ts'
import type { OrganizationChange } from '../../../domain/organizations/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'

export const organizationQueries = {
  own: () => reading(['organizations', 'own'], '/organization'),
  agreement: () => reading(['organizations', 'agreement'], '/organization/agreement'),
  domains: () => reading(['organizations', 'domains'], '/organization/domains'),
}

/** The form's fields. */
export const organizationInputs = [
  '/displayName', '/contact/name', '/contact/email', '/contact/phone', '/timeZone', '/language',
] as const

/** 412 when somebody changed it since. */
export const changeOrganization = ({ etag, ...body }: OrganizationChange & { etag: string }, idempotencyKey: string) =>
  call('PATCH /organization', { body, ifMatch: etag, idempotencyKey })

export const agreementInputs = ['/signedBy', '/signedOn'] as const

export const sayAgreement = (body: SaidAgreement, idempotencyKey: string) =>
  call('POST /organization/agreement', { body, idempotencyKey })

export const domainInputs = ['/domain'] as const

export const addDomain = (body: { domain: string }, idempotencyKey: string) => call('POST /organization/domains', { body, idempotencyKey })

/** `pretend` plays, in the demo alone, that the record was found. */
export const proveDomain = ({ domain, pretend }: { domain: string; pretend: boolean }, idempotencyKey: string) =>
  call('POST /organization/domains/{domain}/verify', { path: { domain }, body: pretend ? { pretend } : {}, idempotencyKey })

export const removeDomain = (domain: string, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /organization/domains/{domain}', { path: { domain }, idempotencyKey }))
