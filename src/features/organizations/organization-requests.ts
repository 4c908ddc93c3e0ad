import type { SaidAgreement } from '../../../domain/programme-agreement/schemas.ts'
import type { OrganizationChange } from '../../../domain/organizations/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'

export const organizationQueries = {
  own: () => reading(['organizations', 'own'], '/organization'),
  agreement: () => reading(['organizations', 'agreement'], '/organization/agreement'),
  logo: () => reading(['organizations', 'logo'], '/organization/logo'),
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

export const logoInputs = ['/picture'] as const

/** 412 when somebody changed it since. */
export async function giveLogo({ file, etag }: { file: Blob; etag: string }, idempotencyKey: string) {
  return call('PUT /organization/logo', { body: { picture: await base64Of(file) }, ifMatch: etag, idempotencyKey })
}

export const removeLogo = (etag: string, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /organization/logo', { ifMatch: etag, idempotencyKey }))

async function base64Of(file: Blob): Promise<string> {
  let signs = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) signs += String.fromCodePoint(byte)
  return btoa(signs)
}
