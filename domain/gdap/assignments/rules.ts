import { hasAnyRole, type Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import { isOver } from '../term/expiry.ts'
import type { AccessAssignment, GdapRelationship } from '../relationship.ts'
import { isBeforeEnd } from '../relationship-rules.ts'
import { standingStatuses } from '../states.ts'

type Facts = Pick<GdapRelationship, 'partner' | 'status' | 'roles' | 'endDateTime'>

const ofOwnStanding = (actor: Actor, relationship: Facts, now: Date): Verdict =>
  firstRefusal(
    () => (relationship.partner.id === actor.organization.id ? allowed : refused('role', 'gdap.not_yours', 'BR-92')),
    () => (hasAnyRole(actor, ['admin_agent']) ? allowed : refused('role', 'gdap.needs_admin_agent', 'BR-92')),
    () => (standingStatuses.includes(relationship.status) ? allowed : refused('state', 'gdap.not_standing', 'BR-92')),
    () => isBeforeEnd(relationship, now),
  )

/** BR-92: only the partner's own people see which of its groups have access. */
export const canReadAssignments = (actor: Actor, { partner }: Pick<Facts, 'partner'>): Verdict =>
  partner.id === actor.organization.id ? allowed : refused('role', 'gdap.not_yours', 'BR-92')

const withinRoles = ({ roles }: Facts, wanted: readonly string[]): Verdict =>
  wanted.length > 0 && wanted.every((id) => roles.includes(id)) ? allowed : refused('limit', 'gdap.role_outside', 'BR-92')

/** BR-92, BR-93: assigns a security group of the partner, once a relationship, some of the relationship's roles. */
export const canAssign = (
  actor: Actor,
  relationship: Facts,
  wanted: { groupId: string; roles: readonly string[]; others: readonly Pick<AccessAssignment, 'group' | 'status'>[] },
  now: Date,
): Verdict =>
  firstRefusal(
    () => ofOwnStanding(actor, relationship, now),
    () => withinRoles(relationship, wanted.roles),
    () =>
      wanted.others.some(({ group, status }) => group.id === wanted.groupId && status !== 'deleted')
        ? refused('state', 'gdap.group_assigned_already', 'BR-93')
        : allowed,
  )

/** BR-92: gives the group other roles of the relationship. */
export const canReassign = (
  actor: Actor, relationship: Facts, { status }: Pick<AccessAssignment, 'status'>, roles: readonly string[], now: Date,
): Verdict =>
  firstRefusal(
    () => ofOwnStanding(actor, relationship, now),
    () => (status === 'active' ? allowed : refused('state', 'gdap.assignment_not_active', 'BR-92')),
    () => withinRoles(relationship, roles),
  )

/** Section 5.4: a stuck or failed assignment can be removed too, and made again. */
export const canUnassign = (actor: Actor, relationship: Facts, { status }: Pick<AccessAssignment, 'status'>, now: Date): Verdict =>
  firstRefusal(
    () => ofOwnStanding(actor, relationship, now),
    () =>
      status === 'deleting' || status === 'deleted' ? refused('state', 'gdap.assignment_going_already', 'BR-92') : allowed,
  )

export const accessAnswers = ['has_access', 'no_relationship', 'not_standing', 'not_assigned', 'assignment_not_active'] as const
export type AccessAnswer = (typeof accessAnswers)[number]

type Way = Pick<GdapRelationship, 'status' | 'endDateTime' | 'autoExtendDuration' | 'roles'> & {
  assignments: readonly Pick<AccessAssignment, 'group' | 'status'>[]
}

/** Explains why a group has access to a customer or not: the first missing link of group → assignment → relationship. */
export function accessOf(groupId: string, relationships: readonly Way[], now: Date): AccessAnswer {
  if (relationships.length === 0) return 'no_relationship'
  const standing = relationships.filter((each) => standingStatuses.includes(each.status) && !isOver(each, now))
  if (standing.length === 0) return 'not_standing'
  const own = standing.flatMap(({ assignments }) => assignments).filter(({ group, status }) => group.id === groupId && status !== 'deleted')
  if (own.length === 0) return 'not_assigned'
  return own.some(({ status }) => status === 'active') ? 'has_access' : 'assignment_not_active'
}
