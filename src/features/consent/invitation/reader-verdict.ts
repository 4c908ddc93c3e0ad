import { offered } from '../../../../domain/answers/decision.ts'
import {
  type AcceptanceFacts, canAccept, canAskBack, canDecline, canHandOver, canUseLink,
} from '../../../../domain/invitations/acceptance/rules.ts'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import type { Refusal } from '../refused-page.tsx'
import type { AsideKind } from './aside.tsx'

/** Who is signed in, and whether its organisation is a reseller of the inviting partner. */
export type Reader = { actor: Actor; isOwnReseller: boolean }

/**
 * What stands in the way before anybody clicks: the link's own state, what the reader's organization has answered, then who is reading, by
 * the rule that the server decides with and the facts that the page has: a partner is known here by its domain, other relationships and a
 * signed agreement are the server's to know. An invitation only gets stricter there.
 */
export function refusalBefore(acceptance: Acceptance, reader: Reader | null, now: Date): Refusal | undefined {
  const verdict = reader ? mayAnswer(factsOf(acceptance, reader), now) : canUseLink(acceptance, now)
  return verdict.allowed ? undefined : verdict
}

function mayAnswer(facts: AcceptanceFacts, now: Date): Verdict {
  const accepts = canAccept(facts, now)
  // What was answered is not asked again: after a yes the contrary says what there is to do, as after a no.
  return accepts === 'repeated' ? offered(canDecline(facts, now)) : accepts
}

const none = { count: 0, isAmong: false }

/** What the reader can do beside answering; how often it was done today is the server's to know. */
export function asidesOf(acceptance: Acceptance, reader: Reader, now: Date): AsideKind[] {
  const facts = factsOf(acceptance, reader)
  return [
    ...(offered(canHandOver(facts, none, now)).allowed ? ['hand_over' as const] : []),
    ...(offered(canAskBack(facts, none, now)).allowed ? ['question' as const] : []),
  ]
}

function factsOf(acceptance: Acceptance, reader: Reader): AcceptanceFacts {
  const { inviter, through, invited, state, expiresAt, cloud } = acceptance
  const { id, tenantId, domain } = reader.actor.organization
  const isInviter = domain === inviter.domain
  return {
    actor: reader.actor,
    invitation: { state, expiresAt },
    inviter: { id: isInviter ? id : '', tenantId: isInviter ? tenantId : '', cloud, country: inviter.country },
    invitedTenantId: invited?.tenantId ?? null,
    isOwnReseller: reader.isOwnReseller || domain === through?.domain,
    policy: acceptance.policy,
    answeredBefore: acceptance.answered?.answer ?? null,
    otherPartners: 0,
    agreementAccepted: true,
    stands: acceptance.stands.length === acceptance.asks.length,
  }
}
