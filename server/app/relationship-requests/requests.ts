import { asksOf } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationDraft } from '../../../domain/invitations/schemas.ts'
import { turnOf } from '../../../domain/invitations/turn.ts'
import { type RequestRecord, requestSince, requestState } from '../../../domain/relationship-requests/requests.ts'
import { canAcceptRestore, canAskRestore, canRestore } from '../../../domain/relationship-requests/restore-rules.ts'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { opensTenant } from '../../../domain/relationships/basis.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Store } from '../../store/store.ts'
import type { FoundLink } from '../acceptance/link-holder.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'

/** BR-41, BR-42, BR-46: judges a draft that asks for DAP again; others pass. */
export async function mayRestore(
  ports: Pick<Ports, 'now' | 'policies'> & { store: Pick<Store, 'customers'> },
  actor: Actor,
  { kind, includeDap, customer }: InvitationDraft,
): Promise<void> {
  if (kind !== 'restore') return
  const tenantId = customer?.tenantId
  enforce(canAskRestore({ includeDap, tenantId }, policyOf(ports, actor.organization.cloud)), { pointer: '/kind', status: 422 })
  const row = await ports.store.customers.find(scopeOf(actor), tenantId ?? '')
  enforce(canRestore(row), { pointer: '/customer/tenantId' })
}

/** BR-46, BR-64: what is to be restored must still exist at the acceptance. */
export async function mayAcceptRestore({ store }: Pick<Ports, 'store'>, { invitation, scope }: FoundLink, actor: Actor): Promise<void> {
  if (invitation.kind !== 'restore') return
  const { owner } = await store.acceptance.rowsOf(scope, actor.organization.tenantId)
  enforce(canAcceptRestore(owner !== undefined && opensTenant(owner.basis)))
}

/** Gives a signed-in customer that opens the link a request, which it and the partner find later. */
export async function noteRequest(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  found: FoundLink,
  caller: Actor | undefined,
): Promise<void> {
  if (caller?.organization.kind !== 'customer') return
  const { invitation, inviter, reseller } = found
  const changes = [inviter, ...(reseller ? [reseller] : [])].map(({ id: organizationId }) => ({
    organizationId, noun: 'invitations', id: invitation.id, change: 'opened',
  }))
  await store.relationshipRequests.see(found.scope, caller.organization.tenantId, now().toISOString(), changes)
}

/** The actor's view: the invitation is the partner's, the receipt the customer's. */
export function requestOnWire(record: RequestRecord, actor: Actor, now: Date): RelationshipRequest {
  const { id, kind, invitation, customer, canBeServed, firstSeenAt, lastSeenAt, answer, answeredAt, reason, receiptId } = record
  const isCustomer = actor.organization.kind === 'customer'
  const state = requestState(record, now)
  return {
    id,
    kind,
    invitationId: isCustomer ? null : invitation.id,
    partner: invitation.inviter,
    through: invitation.reseller,
    customer,
    asks: asksOf({ ...invitation, kind }),
    state,
    canBeServed,
    turn: state === 'open' ? openTurn(record, now) : 'done',
    since: requestSince(record, now),
    expiresAt: invitation.expiresAt,
    firstSeenAt,
    lastSeenAt,
    answer,
    answeredAt,
    reason,
    receiptId: isCustomer ? receiptId : null,
  }
}

/** A customer that has the page open is the one to act, whatever the invitation's turn. */
const openTurn = ({ invitation, firstSeenAt }: RequestRecord, now: Date) => (firstSeenAt === null ? turnOf(invitation, now) : 'customer')
