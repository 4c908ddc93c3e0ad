import { hasAnyRole, type Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { GdapRelationship } from './relationship.ts'

type Facts = Pick<GdapRelationship, 'status' | 'partner'>

/**
 * BR-77, BR-79: an Admin agent of the requesting partner hands the request's link to the customer, as often as needed, while the customer
 * can answer.
 */
export const canHandOverRequest = (actor: Actor, { partner, status }: Facts): Verdict =>
  firstRefusal(
    () => (partner.id === actor.organization.id ? allowed : refused('role', 'gdap.not_yours', 'BR-77')),
    () => (hasAnyRole(actor, ['admin_agent']) ? allowed : refused('role', 'gdap.needs_admin_agent', 'BR-77')),
    () => (status === 'approvalPending' ? allowed : refused('state', 'gdap.nothing_to_hand_over', 'BR-79')),
  )
