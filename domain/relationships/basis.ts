import type { Relation } from '../customers/relation.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/**
 * What a relation rests on: the partner's word alone, the customer's acceptance, admin rights that the customer gave and has not removed,
 * or Microsoft.
 */
export const bases = ['said_by_partner', 'accepted', 'granted', 'confirmed'] as const
export type Basis = (typeof bases)[number]

/** Tells whether anything but the partner's own word supports the relation; without it the tenant's data stay closed. */
export const opensTenant = (basis: Basis): boolean => basis !== 'said_by_partner'

/** Tells whether the customer or Microsoft confirmed the relation; admin rights prove access, not a purchase. */
export const confirmsRelation = (basis: Basis): boolean => basis === 'accepted' || basis === 'confirmed'

/** BR-36: a customer is a partner's once it has accepted; before, nothing builds on the partner's word. */
export const canRelyOnCustomer = ({ basis }: { basis: Basis }): Verdict =>
  opensTenant(basis) ? allowed : refused('role', 'customer.not_confirmed', 'BR-36')

type RelationFacts = { relationshipToPartner: Relation; basis: Basis }

/** Tells whether more than the partner's own word makes it the customer's reseller. */
export const isConfirmedReseller = ({ relationshipToPartner, basis }: RelationFacts): boolean =>
  relationshipToPartner === 'reseller' && confirmsRelation(basis)

/** BR-36: only the customer's acceptance allows a reseller's actions; admin rights do not. */
export const canRelyOnRelation = ({ basis }: { basis: Basis }): Verdict =>
  confirmsRelation(basis) ? allowed : refused('state', 'customer.relation_not_confirmed', 'BR-36')

export const basisOfAcceptance = (before: Basis): Basis => (before === 'confirmed' ? before : 'accepted')

/** Returns the basis after admin rights change: a row that rested on them alone falls back to the partner's word. */
export const basisWithRights = (before: Basis, hasRights: boolean): Basis =>
  confirmsRelation(before) ? before : hasRights ? 'granted' : 'said_by_partner'

/** Tells whether a row claims what the tenant has not confirmed; a row without a relation claims nothing. */
export const claimsTenant = ({ basis, relation }: { basis: Basis; relation: Relation }): boolean =>
  !confirmsRelation(basis) && relation !== 'none'

type RowFacts = { basis: Basis; relation: Relation }

export const isUnconfirmed = (row: RowFacts): boolean => !opensTenant(row.basis) || claimsTenant(row)

/** Returns what list and page show of the basis: a dispute, else what is missing, else what confirms it. */
export const basisShown = (row: RowFacts & { isDisputed: boolean }): Basis | 'disputed' | 'granted_only' => {
  if (!isUnconfirmed(row)) return row.basis
  if (row.isDisputed) return 'disputed'
  return row.basis === 'granted' ? 'granted_only' : row.basis
}
