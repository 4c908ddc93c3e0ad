import type { Actor } from '../session/actor.ts'
import { autoExtendDays, daysExpiring, extendsItself, firstEnd, type AutoExtendDuration } from './term/durations.ts'
import { cleanedUpAt } from './term/expiry.ts'
import type { GdapRelationship } from './relationship.ts'
import { globalAdministrator } from './roles/catalogue.ts'
import { standingStatuses, type GdapStatus } from './states.ts'

const day = 24 * 60 * 60 * 1000

const after = (moment: string, days: number): string => new Date(Date.parse(moment) + days * day).toISOString()

const moved = (relationship: GdapRelationship, status: GdapStatus, at: string): GdapRelationship => ({
  ...relationship, status, since: at, lastModifiedDateTime: at,
})

/** BR-83: sends the draft to the customer; from now on only the customer or time changes it. */
export const finalise = (relationship: GdapRelationship, now: Date): GdapRelationship =>
  moved(relationship, 'approvalPending', now.toISOString())

/** BR-78, BR-85: the tenant approves the whole request. */
export const approve = (relationship: GdapRelationship, { organization }: Actor, now: Date): GdapRelationship => ({
  ...moved(relationship, 'approved', now.toISOString()),
  customer: { tenantId: organization.tenantId, displayName: organization.displayName },
})

/** BR-79: the reseller consents to its provider's draft; a rejection deletes it. */
export const consent = (relationship: GdapRelationship, now: Date): GdapRelationship => ({
  ...relationship, isPartnerConsentPending: false, lastModifiedDateTime: now.toISOString(),
})

export const requestTermination = (relationship: GdapRelationship, now: Date): GdapRelationship =>
  moved(relationship, 'terminationRequested', now.toISOString())

/** BR-89: near its end it is expiring only without auto-extend; the tick handles an end that has passed. */
export function setAutoExtend(relationship: GdapRelationship, duration: AutoExtendDuration, now: Date): GdapRelationship {
  const at = now.toISOString()
  const set = { ...relationship, autoExtendDuration: duration, lastModifiedDateTime: at }
  return set.endDateTime !== null && set.endDateTime > at ? nearEnd(set, set.endDateTime, at) : set
}

/** BR-88. */
export const removeGlobalAdministrator = (relationship: GdapRelationship, now: Date): GdapRelationship => ({
  ...relationship,
  roles: relationship.roles.filter((id) => id !== globalAdministrator),
  lastModifiedDateTime: now.toISOString(),
})

/**
 * Moves a relationship on by time alone (section 5.3), one step at a time; returns the same one when nothing is due, so repeating is safe.
 * BR-90: expired is final. BR-86: one with auto-extend gets half a year more at its end, unless it holds Global administrator (BR-87).
 */
export function passTime(relationship: GdapRelationship, now: Date): GdapRelationship {
  const at = now.toISOString()
  switch (relationship.status) {
    case 'approved':
      return moved(relationship, 'activating', at)
    case 'activating':
      return { ...moved(relationship, 'active', at), activatedDateTime: at, endDateTime: firstEnd(at, relationship.duration) }
    case 'active':
    case 'expiring':
      return passEnd(relationship, at)
    case 'terminationRequested':
      return moved(relationship, 'terminating', at)
    case 'terminating':
      return moved(relationship, 'terminated', at)
    default:
      return relationship
  }
}

function passEnd(relationship: GdapRelationship, at: string): GdapRelationship {
  const { endDateTime, autoExtendDuration, roles } = relationship
  if (endDateTime === null) return relationship
  if (endDateTime <= at)
    return extendsItself(autoExtendDuration) && !roles.includes(globalAdministrator)
      ? { ...moved(relationship, 'active', at), endDateTime: after(endDateTime, autoExtendDays) }
      : moved(relationship, 'expired', at)
  return nearEnd(relationship, endDateTime, at)
}

function nearEnd(relationship: GdapRelationship, endDateTime: string, at: string): GdapRelationship {
  const { status, autoExtendDuration } = relationship
  const isNear = endDateTime <= after(at, daysExpiring)
  if (status === 'active' && isNear && !extendsItself(autoExtendDuration)) return moved(relationship, 'expiring', at)
  return status === 'expiring' && (!isNear || extendsItself(autoExtendDuration)) ? moved(relationship, 'active', at) : relationship
}

/** BR-79, BR-95: whether both sides see it no more: unanswered for 90 days, or over for a year. The audit keeps what happened. */
export function isCleanedUp(relationship: Pick<GdapRelationship, 'status' | 'since'>, now: Date): boolean {
  const at = cleanedUpAt(relationship)
  return at !== null && at <= now.toISOString()
}

/** BR-92, BR-94: rights hold only while the customer's approval does. */
export const givesAccess = ({ status }: Pick<GdapRelationship, 'status'>): boolean => standingStatuses.includes(status)
