import type { AuditEvent } from '../audit/schemas.ts'
import type { GdapRelationship } from './relationship.ts'

/** What a customer said yes to; nothing that becomes of the relationship later changes it. */
export type Approved = { roles: string[]; duration: string }

/** P9: what the record of a yes keeps of it. */
export const approvalDetails = (
  customer: string, { roles, duration }: Pick<GdapRelationship, 'roles' | 'duration'>,
): AuditEvent['details'] => ({ customer, roles: roles.length, roleIds: roles.join(' '), duration })

/** What was said yes to, by the records of a relationship; undefined without a yes, and for one that kept the number of roles alone. */
export function approvedIn(events: readonly Pick<AuditEvent, 'action' | 'details'>[]): Approved | undefined {
  const { roleIds, duration } = events.findLast(({ action }) => action === 'gdap.approved')?.details ?? {}
  return typeof roleIds === 'string' && typeof duration === 'string' ? { roles: roleIds.split(' '), duration } : undefined
}
