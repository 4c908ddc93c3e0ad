import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { InvitationDraft } from '../../../domain/invitations/schemas.ts'
import { newInvitation } from '../../../domain/invitations/transitions.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { NewInvitation } from '../../store/invitations/open-invitations.ts'
import type { Keep } from '../http/idempotency.ts'
import { type LinkedAnswer, linkedAnswer } from './answer.ts'
import { linkOf } from './links.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { recordOf } from '../audit/what-happened.ts'

type Made = {
  draft: InvitationDraft
  reseller: OrganizationRef | null
  standing: Standing | undefined
  keep: Keep<InvitationRecord, LinkedAnswer>
}

/** An invitation that was judged already, with everything that is written beside it: one alone is made so, and many at once. */
export async function preparedInvitation(ports: Ports, actor: Actor, { draft, reseller, standing, keep }: Made) {
  const now = ports.now()
  const invitation = newInvitation(draft, { id: ports.newId(), actor, reseller, now })
  const shown = { policy: policyOf(ports, actor.organization.cloud), now, sendsMail: ports.sendsMail }
  const of = (saved: InvitationRecord) => ({ status: 201, body: linkedAnswer(saved, shown) })
  const event = { at: now.toISOString(), noun: 'invitations', nounId: invitation.id } as const
  const organizationIds = reseller ? [actor.organization.id, reseller.id] : [actor.organization.id]
  const { tokenHash } = await linkOf(ports, invitation)
  const prepared: NewInvitation = {
    invitation,
    tokenHash,
    makerId: actor.user.id,
    standing,
    write: {
      at: event.at,
      ...recordOf(actor, [
        { ...event, action: 'invitation.created', organizationIds },
        ...(reseller ? [{ ...event, action: 'invitation.handed_over', organizationIds, details: { to: reseller.displayName } }] : []),
      ]),
      answer: keep(of),
    },
  }
  return { prepared, of }
}
