import type { AuditEvent } from '../audit/schemas.ts'
import type { GdapRelationship } from './relationship.ts'

/** What a customer approved; later changes of the relationship do not change it. */
export type Approved = { roles: string[]; duration: string }

/** P9: what the audit entry of an approval keeps. */
export const approvalDetails = (
  customer: string, { roles, duration }: Pick<GdapRelationship, 'roles' | 'duration'>,
): AuditEvent['details'] => ({ customer, roles: roles.length, roleIds: roles.join(' '), duration })

/**
 * Reads what was approved from a relationship's audit entries; undefined without an approval, or where the entry kept only the number of
 * roles.
 */
export function approvedIn(events: readonly Pick<AuditEvent, 'action' | 'details'>[]): Approved | undefined {
  const { roleIds, duration } = events.findLast(({ action }) => action === 'gdap.approved')?.details ?? {}
  return typeof roleIds === 'string' && typeof duration === 'string' ? { roles: roleIds.split(' '), duration } : undefined
}
