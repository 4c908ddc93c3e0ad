import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { AcceptanceFacts, AnswerFacts } from '../../../domain/invitations/acceptance/rules.ts'
import { alreadyStanding, asksOf, hasEnded } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { Acceptance, Receipt } from '../../../domain/invitations/schemas.ts'
import { sellerOf } from '../../../domain/invitations/seller.ts'
import { unchangedByAcceptance } from '../../../domain/invitations/states.ts'
import { shownState } from '../../../domain/invitations/turn.ts'
import { isOwnReseller } from '../../../domain/partnerships/rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { BehindLink } from '../../store/acceptance/acceptance.ts'
import type { Store } from '../../store/store.ts'
import { readStanding } from '../organizations/standing.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, visible } from '../http/problem-response.ts'
import { sha256 } from '../secrets.ts'

/** What an organization has with an invitation: its receipt, and which asks it has granted already. */
type Own = { receipt: Receipt | undefined; stands: Acceptance['stands']; hasEnded: boolean }

/** An invitation as a link's holder finds it; `own` is about the reader's organization. */
export type FoundLink = BehindLink & { own: Own }

/**
 * Finds a link's invitation, and what the reader's organization has with it. A replaced link is refused as such, but not to an organization
 * that has answered; an unknown one is 404.
 */
export async function findLink(store: Store, token: string, reader: Actor | undefined): Promise<FoundLink> {
  const found = visible(await store.acceptance.findByLink(await sha256(token)), 'acceptance.not_found')
  const own = await ownOf(store, found, reader)
  if (found.reissued && !own.receipt) throw new ApiProblem({ status: 404, code: 'acceptance.reissued' })
  return { ...found, own }
}

async function ownOf({ acceptance, receipts }: Store, { scope, invitation }: BehindLink, reader: Actor | undefined): Promise<Own> {
  if (reader?.organization.kind !== 'customer') return { receipt: undefined, stands: [], hasEnded: false }
  const { tenantId } = reader.organization
  const [given, rows] = await Promise.all([acceptance.answerOf(scope, tenantId), acceptance.rowsOf(scope, tenantId)])
  return {
    receipt: given && (await receipts.find(scopeOf(reader), given.receiptId)),
    stands: alreadyStanding(invitation, rows),
    hasEnded: given?.answer === 'accepted' && hasEnded(invitation, rows),
  }
}

/** What every holder of the link reads; what its own organization has with it is for the reader alone. */
export async function acceptanceOnWire(ports: Pick<Ports, 'now' | 'policies' | 'store'>, found: FoundLink): Promise<Acceptance> {
  const { invitation, inviter, reseller, own } = found
  const { receipt, stands } = own
  const { acceptancePlace, multiPartner, customerAgreement } = policyOf(ports, inviter.cloud)
  const { customer } = invitation
  const [contact, standing] = await Promise.all([contactOf(ports.store, found), readStanding(ports.store, inviter.id)])
  return {
    state: shownState(invitation, ports.now()),
    language: invitation.language,
    cloud: inviter.cloud,
    inviter: { displayName: inviter.displayName, domain: inviter.domain, country: inviter.country, standing },
    through: reseller && { displayName: reseller.displayName, domain: reseller.domain },
    seller: sellerOf(inviter, reseller !== null),
    contact,
    invited: customer && { companyName: customer.companyName ?? null, tenantId: customer.tenantId ?? null },
    asks: asksOf(invitation),
    doesNotChange: [...unchangedByAcceptance],
    policy: { acceptancePlace, multiPartner, customerAgreement },
    agreement: customerAgreement ? 'asked' : 'not_applicable',
    expiresAt: invitation.expiresAt,
    answered: receipt ? { answer: receipt.answer, at: receipt.at, by: receipt.by, receiptId: receipt.id, hasEnded: own.hasEnded } : null,
    stands,
  }
}

/** Finds the person who sent the customer the link, where known; for a returned invitation its maker. */
async function contactOf({ acceptance }: Store, { scope, invitation, inviter, reseller }: FoundLink): Promise<Acceptance['contact']> {
  const forward = reseller && invitation.state !== 'returned' ? invitation.forwards.at(-1) : undefined
  const [organization, person] = reseller && forward ? [reseller, forward.by] : [inviter, invitation.createdBy]
  return { person, organization: organization.displayName, email: await acceptance.addressOf(scope, organization.id, person) }
}

const standsAll = ({ invitation, own }: FoundLink): boolean => own.stands.length === asksOf(invitation).length

/** Collects what decides about an answer. */
export async function answerFacts({ partnerships }: Store, found: FoundLink, actor: Actor): Promise<AnswerFacts> {
  const { invitation, inviter, own } = found
  const isPartner = actor.organization.kind !== 'customer'
  const partnership = isPartner ? await partnerships.findActiveWith(scopeOf(actor), inviter.id) : undefined
  return {
    actor,
    invitation,
    inviter,
    invitedTenantId: invitation.customer?.tenantId ?? null,
    isOwnReseller: isOwnReseller(partnership, inviter.id),
    answeredBefore: own.receipt?.answer ?? null,
  }
}

/** Adds what only an acceptance depends on; `otherPartners` as in {@link AcceptanceFacts}. */
export async function acceptanceFacts(
  store: Store, found: FoundLink, actor: Actor,
  { agrees, policy, otherPartners }: { agrees: boolean; policy: CloudPolicy; otherPartners: number },
): Promise<AcceptanceFacts> {
  const asksAgreement = policy.customerAgreement && !agrees
  const [facts, hasAgreement] = await Promise.all([
    answerFacts(store, found, actor),
    asksAgreement ? store.acceptance.hasAgreement(found.scope, scopeOf(actor)) : true,
  ])
  return { ...facts, policy, otherPartners, agreementAccepted: hasAgreement, stands: standsAll(found) }
}
