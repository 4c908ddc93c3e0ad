import { cloudPolicies } from '../../domain/clouds/cloud-policies.ts'
import type { AcceptanceFacts, AnswerFacts } from '../../domain/invitations/acceptance-rules.ts'
import { asksOf } from '../../domain/invitations/answer-transitions.ts'
import type { Acceptance } from '../../domain/invitations/schemas.ts'
import { sellerOf } from '../../domain/invitations/seller.ts'
import { unchangedByAcceptance } from '../../domain/invitations/states.ts'
import { shownState } from '../../domain/invitations/turn.ts'
import { isOwnReseller } from '../../domain/partnerships/rules.ts'
import type { Actor } from '../../domain/session/actor.ts'
import { scopeOf } from '../store/scope.ts'
import type { Store } from '../store/store.ts'
import { ApiProblem, visible } from './problem-response.ts'
import { sha256 } from './secrets.ts'

export type FoundLink = NonNullable<Awaited<ReturnType<Store['acceptance']['findByLink']>>>

/** The invitation behind a link. A link that a newer one replaced says so; one that never was does not exist. */
export async function findLink({ acceptance }: Store, token: string): Promise<FoundLink> {
  const found = visible(await acceptance.findByLink(await sha256(token)), 'acceptance.not_found')
  if (found.reissued) throw new ApiProblem({ status: 404, code: 'acceptance.reissued' })
  return found
}

/** What anybody who holds the link reads before signing in; the answer of an organisation is for its own people alone. */
export async function acceptanceOnWire(store: Store, found: FoundLink, caller: Actor | undefined, now: Date): Promise<Acceptance> {
  const { invitation, inviter, reseller } = found
  const { customer } = invitation
  const [contact, answered] = await Promise.all([contactOf(store, found), answeredBy(store, found, caller)])
  return {
    state: shownState(invitation, now),
    language: invitation.language,
    cloud: inviter.cloud,
    inviter: { displayName: inviter.displayName, domain: inviter.domain, country: inviter.country },
    through: reseller && { displayName: reseller.displayName, domain: reseller.domain },
    seller: sellerOf(inviter, reseller !== null),
    contact,
    invited: customer && { companyName: customer.companyName ?? null, tenantId: customer.tenantId ?? null },
    asks: asksOf(invitation),
    doesNotChange: [...unchangedByAcceptance],
    agreement: cloudPolicies[inviter.cloud].customerAgreement ? 'asked' : 'not_applicable',
    expiresAt: invitation.expiresAt,
    answered,
  }
}

/** The person who sent the customer the link, as far as that is known here. */
async function contactOf({ acceptance }: Store, { scope, invitation, inviter, reseller }: FoundLink): Promise<Acceptance['contact']> {
  const forward = reseller ? invitation.forwards.at(-1) : undefined
  const [organization, person] = reseller && forward ? [reseller, forward.by] : [inviter, invitation.createdBy]
  return { person, organization: organization.displayName, email: await acceptance.addressOf(scope, organization.id, person) }
}

async function answeredBy(
  { acceptance, receipts }: Store, { scope }: FoundLink, caller: Actor | undefined,
): Promise<Acceptance['answered']> {
  const given = caller && (await acceptance.answerOf(scope, caller.organization.tenantId))
  const receipt = given && (await receipts.find(scopeOf(caller), given.receiptId))
  return receipt ? { answer: receipt.answer, at: receipt.at, by: receipt.by, receiptId: receipt.id } : null
}

/** What has to be known of somebody who is about to answer. */
export async function answerFacts({ acceptance, partnerships }: Store, found: FoundLink, actor: Actor): Promise<AnswerFacts> {
  const { scope, invitation, inviter } = found
  const isPartner = actor.organization.kind !== 'customer'
  const [partnership, before] = await Promise.all([
    isPartner ? partnerships.findActiveWith(scopeOf(actor), inviter.id) : undefined,
    invitation.reusable ? acceptance.answerOf(scope, actor.organization.tenantId) : undefined,
  ])
  return {
    actor,
    invitation,
    inviter,
    invitedTenantId: invitation.customer?.tenantId ?? null,
    isOwnReseller: isOwnReseller(partnership, inviter.id),
    answeredBefore: before?.answer ?? null,
  }
}

/** The same, and what only a yes depends on. */
export async function acceptanceFacts(store: Store, found: FoundLink, actor: Actor, agrees: boolean): Promise<AcceptanceFacts> {
  const { acceptance } = store
  const policy = cloudPolicies[found.inviter.cloud]
  const asksAgreement = policy.customerAgreement && !agrees
  const [facts, otherPartners, hasAgreement] = await Promise.all([
    answerFacts(store, found, actor),
    policy.multiPartner ? 0 : acceptance.countOtherPartners(found.scope, scopeOf(actor)),
    asksAgreement ? acceptance.hasAgreement(found.scope, scopeOf(actor)) : true,
  ])
  return { ...facts, policy, otherPartners, agreementAccepted: hasAgreement }
}
