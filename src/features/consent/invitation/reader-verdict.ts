import { offered } from '../../../../domain/answers/decision.ts'
import {
  type AcceptanceFacts, canAccept, canAskBack, canDecline, canHandOver, canUseLink,
} from '../../../../domain/invitations/acceptance/rules.ts'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import type { Refusal } from '../refused-page.tsx'
import type { AsideKind } from './aside.tsx'

export type Reader = { actor: Actor; isOwnReseller: boolean }

/**
 * Predicts a refusal before any press: the link's state, the organization's answer, then the reader, by the server's rule and the page's
 * facts. The page knows a partner by its domain, but no other relationships or signed agreement, so the server can only be stricter.
 */
export function refusalBefore(acceptance: Acceptance, reader: Reader | null, now: Date): Refusal | undefined {
  const verdict = reader ? mayAnswer(factsOf(acceptance, reader), now) : canUseLink(acceptance, now)
  return verdict.allowed ? undefined : verdict
}

function mayAnswer(facts: AcceptanceFacts, now: Date): Verdict {
  const accepts = canAccept(facts, now)
  // An answer is not asked for again; the contrary answer's refusal says what remains, after an acceptance as after a decline.
  return accepts === 'repeated' ? offered(canDecline(facts, now)) : accepts
}

const none = { count: 0, isAmong: false }

/** The reader's other actions; the server knows how often they were used today. */
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
