import type { OrganizationChange } from '../../../domain/organizations/schemas.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

export const organizationQueries = {
  own: () => reading(['organizations', 'own'], '/organization'),
}

/** The form's fields. */
export const organizationInputs = [
  '/displayName', '/contact/name', '/contact/email', '/contact/phone', '/timeZone', '/language',
] as const

/** 412 when somebody changed it since. */
export const changeOrganization = ({ etag, ...body }: OrganizationChange & { etag: string }, idempotencyKey: string) =>
  call('PATCH /organization', { body, ifMatch: etag, idempotencyKey })
