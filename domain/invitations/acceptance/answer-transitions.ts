import type { CustomerRecord } from '../../customers/customer.ts'
import { undescribed } from '../../customers/description.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { basisOfAcceptance, opensTenant } from '../../relationships/basis.ts'
import type { Actor } from '../../session/actor.ts'
import type { InvitationRecord } from '../invitation.ts'
import type { Receipt } from '../schemas.ts'
import { unchangedByAcceptance } from '../states.ts'
import { refOf } from '../transitions.ts'

/** Returns what an acceptance grants: no more than the invitation says (BR-16), and no relationship where there is one (BR-46). */
export function asksOf({ kind, includeDap }: Pick<InvitationRecord, 'kind' | 'includeDap'>): Receipt['granted'] {
  if (kind === 'restore') return ['delegated_admin']
  return includeDap ? ['reseller_relationship', 'delegated_admin'] : ['reseller_relationship']
}

export type RowFacts = Pick<CustomerRecord, 'relationshipToPartner' | 'basis' | 'allowDelegatedAccess'> & { resellerId: string | null }

/** The customer's rows in the lists of an invitation's two partners; undefined where there is none. */
export type RowsOfParties = { owner: RowFacts | undefined; reseller: RowFacts | undefined }

const hasAccepted = (row: RowFacts | undefined): boolean =>
  row?.relationshipToPartner === 'reseller' && basisOfAcceptance(row.basis) === row.basis

/**
 * BR-15, BR-46: returns which of an invitation's asks the customer has granted already: the relationship, through the same reseller if any,
 * and admin rights.
 */
export function alreadyStanding(
  invitation: Pick<InvitationRecord, 'kind' | 'includeDap'> & { reseller: { id: string } | null },
  { owner, reseller }: RowsOfParties,
): Receipt['granted'] {
  const isThrough = invitation.reseller === null || (owner?.resellerId === invitation.reseller.id && hasAccepted(reseller))
  const stands = {
    reseller_relationship: hasAccepted(owner) && isThrough,
    delegated_admin: owner !== undefined && opensTenant(owner.basis) && owner.allowDelegatedAccess,
  }
  return asksOf(invitation).filter((ask) => stands[ask])
}

/** Tells whether the relationship of an acceptance has ended; a restore of admin rights began none. */
export const hasEnded = ({ kind }: Pick<InvitationRecord, 'kind'>, { owner }: RowsOfParties): boolean =>
  kind !== 'restore' && !hasAccepted(owner)

export type Answer = {
  actor: Actor
  inviter: Organization
  reseller: Organization | null
  receiptId: string
  now: Date
}

function receiptFor({ actor, inviter, reseller, receiptId, now }: Answer) {
  return {
    id: receiptId,
    at: now.toISOString(),
    by: actor.user.displayName,
    tenant: refOf(actor.organization),
    inviter: refOf(inviter),
    through: reseller && refOf(reseller),
    unchanged: [...unchangedByAcceptance],
    granted: [] as Receipt['granted'],
    stood: [] as Receipt['granted'],
    reason: null as string | null,
    confirmedAt: null,
  }
}

export type AcceptedCustomer = { organizationId: string; record: CustomerRecord }

/**
 * Makes the customer row of a new relationship. The inviting partner owns it, also in the list of the forwarding reseller, which gets no
 * admin rights by it (BR-28, BR-29).
 */
function rowFor(organizationId: string, allowDelegatedAccess: boolean, { actor, inviter, reseller, now }: Answer): AcceptedCustomer {
  const { tenantId, domain, displayName, country } = actor.organization
  return {
    organizationId,
    record: {
      id: tenantId,
      companyProfile: { tenantId, domain, companyName: displayName },
      ...undescribed(),
      aliases: [],
      country,
      relationshipToPartner: 'reseller',
      relationshipText: null,
      basis: 'accepted',
      disputedAt: null,
      owner: refOf(inviter),
      reseller: reseller && refOf(reseller),
      allowDelegatedAccess,
      gdap: { active: false, nextEndDateTime: null },
      lastEventAt: now.toISOString(),
      version: 1,
    },
  }
}

/**
 * BR-15, BR-17 to BR-20, BR-28, BR-29, BR-36: an acceptance makes one relationship, owned by the inviting partner, and changes nothing
 * else. It settles a single-use invitation and counts in a reusable one. What `stood` already is not granted again.
 */
export function acceptInvitation(
  invitation: InvitationRecord,
  answer: Answer,
  stood: Receipt['granted'] = [],
): { invitation: InvitationRecord; receipt: Receipt; customers: AcceptedCustomer[] } {
  const at = answer.now.toISOString()
  const counted = { ...invitation, acceptedCount: invitation.acceptedCount + 1, acceptedBy: refOf(answer.actor.organization) }
  const owners = rowFor(answer.inviter.id, invitation.includeDap, answer)
  return {
    invitation: invitation.reusable ? counted : { ...counted, state: 'accepted', since: at },
    receipt: { ...receiptFor(answer), answer: 'accepted', granted: asksOf(invitation).filter((ask) => !stood.includes(ask)), stood },
    customers: answer.reseller && invitation.kind !== 'restore' ? [owners, rowFor(answer.reseller.id, false, answer)] : [owners],
  }
}

/** A decline leaves a receipt, with what `stood` already. It settles a single-use invitation and counts in a reusable one. */
export function declineInvitation(
  invitation: InvitationRecord,
  answer: Answer,
  reason: string | null,
  stood: Receipt['granted'] = [],
): { invitation: InvitationRecord; receipt: Receipt } {
  const counted = { ...invitation, declinedCount: invitation.declinedCount + 1 }
  return {
    invitation: invitation.reusable ? counted
      : { ...counted, state: 'declined', since: answer.now.toISOString(), declineReason: reason },
    receipt: { ...receiptFor(answer), answer: 'declined', reason, stood },
  }
}
