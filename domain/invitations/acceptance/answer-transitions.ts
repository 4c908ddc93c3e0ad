import type { CustomerRecord } from '../../customers/customer.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { basisOfAcceptance, opensTenant } from '../../relationships/basis.ts'
import type { Actor } from '../../session/actor.ts'
import type { InvitationRecord } from '../invitation.ts'
import type { Receipt } from '../schemas.ts'
import { unchangedByAcceptance } from '../states.ts'
import { refOf } from '../transitions.ts'

/** What an acceptance asks and grants; never more than the invitation says (BR-16), and no relationship where there is one (BR-46). */
export function asksOf({ kind, includeDap }: Pick<InvitationRecord, 'kind' | 'includeDap'>): Receipt['granted'] {
  if (kind === 'restore') return ['delegated_admin']
  return includeDap ? ['reseller_relationship', 'delegated_admin'] : ['reseller_relationship']
}

/** A line of a partner's customer list, as far as it tells whether a relationship stands. */
export type LineFacts = Pick<CustomerRecord, 'relationshipToPartner' | 'basis' | 'allowDelegatedAccess'> & { resellerId: string | null }

/** The customer's lines in the lists of the two partners that an invitation is of; undefined where there is none. */
export type LinesOfParties = { owner: LineFacts | undefined; reseller: LineFacts | undefined }

const hasAccepted = (line: LineFacts | undefined): boolean =>
  line?.relationshipToPartner === 'reseller' && basisOfAcceptance(line.basis) === line.basis

/**
 * BR-15, BR-46: what of an invitation's asks stands already, so that a yes adds nothing to it: the relationship that the customer accepted,
 * through the same reseller where there is one, and admin rights that it gives.
 */
export function alreadyStanding(
  invitation: Pick<InvitationRecord, 'kind' | 'includeDap'> & { reseller: { id: string } | null },
  { owner, reseller }: LinesOfParties,
): Receipt['granted'] {
  const isThrough = invitation.reseller === null || (owner?.resellerId === invitation.reseller.id && hasAccepted(reseller))
  const stands = {
    reseller_relationship: hasAccepted(owner) && isThrough,
    delegated_admin: owner !== undefined && opensTenant(owner.basis) && owner.allowDelegatedAccess,
  }
  return asksOf(invitation).filter((ask) => stands[ask])
}

/** Whether the relationship that a yes began is over; admin rights that were asked for anew began none. */
export const hasEnded = ({ kind }: Pick<InvitationRecord, 'kind'>, { owner }: LinesOfParties): boolean =>
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

export type AcceptedLine = { organizationId: string; record: CustomerRecord }

/**
 * A line of a customer list for the new relationship. It belongs to the partner that invited, also in the list of the reseller that
 * forwarded, who gets no admin right by it (BR-28, BR-29).
 */
function lineFor(organizationId: string, allowDelegatedAccess: boolean, { actor, inviter, reseller, now }: Answer): AcceptedLine {
  const { tenantId, domain, displayName, country } = actor.organization
  return {
    organizationId,
    record: {
      id: tenantId,
      companyProfile: { tenantId, domain, companyName: displayName },
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
 * BR-15, BR-17 to BR-20, BR-28, BR-29, BR-36: yes makes one relationship, owned by the inviting partner, and touches nothing else of the
 * customer. A single-use invitation is then done; a reusable one stays as it is and counts. What `stood` already is not granted again.
 */
export function acceptInvitation(
  invitation: InvitationRecord,
  answer: Answer,
  stood: Receipt['granted'] = [],
): { invitation: InvitationRecord; receipt: Receipt; customers: AcceptedLine[] } {
  const at = answer.now.toISOString()
  const counted = { ...invitation, acceptedCount: invitation.acceptedCount + 1, acceptedBy: refOf(answer.actor.organization) }
  const owners = lineFor(answer.inviter.id, invitation.includeDap, answer)
  return {
    invitation: invitation.reusable ? counted : { ...counted, state: 'accepted', since: at },
    receipt: { ...receiptFor(answer), answer: 'accepted', granted: asksOf(invitation).filter((ask) => !stood.includes(ask)), stood },
    customers: answer.reseller && invitation.kind !== 'restore' ? [owners, lineFor(answer.reseller.id, false, answer)] : [owners],
  }
}

/**
 * No leaves a receipt, which says what `stood` already and still does. A single-use invitation is then done; a reusable one counts it and
 * is still there for its other readers.
 */
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
