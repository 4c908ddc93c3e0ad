import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { type AcceptanceFacts, canAccept, canAskBack, canHandOver } from '../../../domain/invitations/acceptance-rules.ts'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import type { AsideKind } from './aside.tsx'

/** Who is signed in, and whether its organisation is a reseller of the inviting partner. */
export type Reader = { actor: Actor; isOwnReseller: boolean }

/**
 * Whether the signed-in reader may answer, by the rule that the server decides with and the facts that the page has: a partner is known
 * here by its domain, other relationships and a signed agreement are the server's to know. An invitation only gets stricter there.
 */
export const mayAnswer = (acceptance: Acceptance, reader: Reader, now: Date): Verdict => canAccept(factsOf(acceptance, reader), now)

/** What the reader can do beside answering; how often it was done today is the server's to know. */
export function asidesOf(acceptance: Acceptance, reader: Reader, now: Date): AsideKind[] {
  const facts = factsOf(acceptance, reader)
  return [
    ...(canHandOver(facts, 0, now).allowed ? ['hand_over' as const] : []),
    ...(canAskBack(facts, 0, now).allowed ? ['question' as const] : []),
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
    policy: cloudPolicies[cloud],
    answeredBefore: null,
    otherPartners: 0,
    agreementAccepted: true,
  }
}
