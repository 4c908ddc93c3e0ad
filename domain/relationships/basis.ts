import type { Relation } from '../customers/relation.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/**
 * What the relation between a partner and a customer rests on: the partner's word alone, the customer's yes to an invitation, admin rights
 * that the customer gave and that stand, or Microsoft.
 */
export const bases = ['said_by_partner', 'accepted', 'granted', 'confirmed'] as const
export type Basis = (typeof bases)[number]

/** Whether anything beside the partner's own word says that there is a relation; all that belongs to the tenant is closed without. */
export const opensTenant = (basis: Basis): boolean => basis !== 'said_by_partner'

/**
 * Whether the customer or Microsoft has said what the partner is to it; admin rights say that it lets the partner in, not that it buys
 * there.
 */
export const confirmsRelation = (basis: Basis): boolean => basis === 'accepted' || basis === 'confirmed'

/** BR-36: a customer is a partner's once it has accepted; before, a line is only what the partner says, and nothing can be built on it. */
export const canRelyOnCustomer = ({ basis }: { basis: Basis }): Verdict =>
  opensTenant(basis) ? allowed : refused('role', 'customer.not_confirmed', 'BR-36')

type RelationFacts = { relationshipToPartner: Relation; basis: Basis }

/** Whether the partner is the customer's reseller by more than its own word. */
export const isConfirmedReseller = ({ relationshipToPartner, basis }: RelationFacts): boolean =>
  relationshipToPartner === 'reseller' && confirmsRelation(basis)

/** BR-36: what only a customer's reseller does needs the customer's yes to the relation; admin rights that it gave say nothing of it. */
export const canRelyOnRelation = ({ basis }: { basis: Basis }): Verdict =>
  confirmsRelation(basis) ? allowed : refused('state', 'customer.relation_not_confirmed', 'BR-36')

/** What a yes to an invitation makes of a line. */
export const basisOfAcceptance = (before: Basis): Basis => (before === 'confirmed' ? before : 'accepted')

/** What a line rests on as admin rights come and go: a line that rested on them alone is only said again when the last of them end. */
export const basisWithRights = (before: Basis, hasRights: boolean): Basis =>
  confirmsRelation(before) ? before : hasRights ? 'granted' : 'said_by_partner'

/** Whether a line says of the tenant what the tenant has not confirmed. A line of no relation claims nothing. */
export const claimsTenant = ({ basis, relation }: { basis: Basis; relation: Relation }): boolean =>
  !confirmsRelation(basis) && relation !== 'none'

type LineFacts = { basis: Basis; relation: Relation }

/** Whether the customer has still to say what the partner is to it. */
export const isUnconfirmed = (line: LineFacts): boolean => !opensTenant(line.basis) || claimsTenant(line)

/** The one thing that row and page say of what a line rests on: a dispute, else what it lacks, else what confirms it. */
export const basisShown = (line: LineFacts & { isDisputed: boolean }): Basis | 'disputed' | 'granted_only' => {
  if (!isUnconfirmed(line)) return line.basis
  if (line.isDisputed) return 'disputed'
  return line.basis === 'granted' ? 'granted_only' : line.basis
}
