import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import {
  canForwardInvitation, canReissueInvitation, canSeeInvitation, canSendInvitation, canShowLink,
  canWithdrawInvitation,
} from '../../../domain/invitations/rules.ts'
import { forwardInvitation, reissueInvitation, sendInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { answerOnce } from '../http/idempotency.ts'
import { type LinkedAnswer, linkedAnswer, withLink } from './answer.ts'
import { linkOf } from './links.ts'
import { mailOf, type Mailing } from './mailing.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { type Happening, recordOf } from '../audit/what-happened.ts'
import { invitationVerbRoutes as routes } from './descriptions.ts'

type Verb = {
  id: string
  may: (actor: Actor, invitation: InvitationRecord, now: Date) => Verdict
  next: (invitation: InvitationRecord, now: Date) => InvitationRecord
  /** The mail that goes with it, of the invitation as it is afterwards. */
  mail?: (changed: InvitationRecord) => Mailing
  action: string
  details?: Happening['details']
}

export function invitationVerbEndpoints(ports: Ports) {
  return endpoints()
    .openapi(routes.send, async (c) => {
      const { id } = c.req.valid('param')
      const message = c.req.valid('json')
      const { invitation } = await change(c, ports, c.var.actor, {
        id,
        may: canSendInvitation,
        next: sendInvitation,
        mail: ({ id: sent, linkNumber, customer }) => ({
          kind: 'invitation', intent: `invitation/${sent}/${linkNumber}`, ...message, to: message.email ?? customer?.email,
        }),
        action: 'invitation.sent',
      })
      c.header('ETag', invitation.etag)
      return c.json(invitation, 200)
    })
    .openapi(routes.forward, async (c) => {
      const { id } = c.req.valid('param')
      const message = c.req.valid('json')
      const { email } = message
      const by = c.var.actor.user.displayName
      const { invitation } = await change(c, ports, c.var.actor, {
        id,
        may: canForwardInvitation,
        next: (found, now) => forwardInvitation(found, { by, email }, now),
        mail: ({ id: forwarded, linkNumber, forwards }) => ({
          kind: 'forward', intent: `forward/${forwarded}/${linkNumber}/${forwards.length}`, ...message, to: email,
        }),
        action: 'invitation.forwarded',
        details: { email },
      })
      c.header('ETag', invitation.etag)
      return c.json(invitation, 200)
    })
    .openapi(routes.reissue, async (c) => {
      const { id } = c.req.valid('param')
      const { expiresInDays } = c.req.valid('json')
      const answer = await change(c, ports, c.var.actor, {
        id,
        may: canReissueInvitation,
        next: (found, now) => reissueInvitation(found, expiresInDays, now),
        action: 'invitation.reissued',
      })
      c.header('ETag', answer.invitation.etag)
      return c.json(await withLink(ports, answer, c.var.actor), 200)
    })
    .openapi(routes.showLink, async (c) => {
      const { id } = c.req.valid('param')
      const answer = await change(c, ports, c.var.actor, {
        id, may: canShowLink, next: (found) => found, action: 'invitation.link_shown',
      })
      c.header('ETag', answer.invitation.etag)
      return c.json(await withLink(ports, answer, c.var.actor), 200)
    })
    .openapi(routes.withdraw, async (c) => {
      const { id } = c.req.valid('param')
      const { invitation } = await change(c, ports, c.var.actor, {
        id, may: canWithdrawInvitation, next: withdrawInvitation, action: 'invitation.withdrawn',
      })
      c.header('ETag', invitation.etag)
      return c.json(invitation, 200)
    })
}

/** What every verb of an invitation does: find → visible → enforce → transition → save → audit, once for every Idempotency-Key. */
async function change(c: Asking, ports: Ports, actor: Actor, { id, may, next, mail, action, details }: Verb) {
  const { store } = ports
  const policy = policyOf(ports, actor.organization.cloud)
  const { body } = await answerOnce<InvitationRecord, LinkedAnswer>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const found = await store.invitations.find(scopeOf(actor), id.toLowerCase())
      const invitation = visible(found, 'invitation.not_found', (it) => canSeeInvitation(actor, it))
      const at = ports.now()
      const verdict = may(actor, invitation, at)
      if (verdict.allowed || verdict.because === 'state') matchVersion(c, invitation)
      enforce(verdict)
      const changed = next(invitation, at)
      const of = (saved: InvitationRecord) => ({ status: 200, body: linkedAnswer(saved, { policy, now: at, sendsMail: ports.sendsMail }) })
      const { inviter, reseller } = invitation
      const organizationIds = reseller ? [inviter.id, reseller.id] : [inviter.id]
      const event: Happening = {
        at: at.toISOString(), noun: 'invitations', nounId: invitation.id, action, organizationIds, ...(details && { details }),
      }
      const mails = mail && (await mailOf(ports, actor, changed, mail(changed)))
      const write = { at: event.at, ...recordOf(actor, [event]), mails, answer: keep(of) }
      const hasNewLink = changed.linkNumber !== invitation.linkNumber
      const tokenHash = hasNewLink ? (await linkOf(ports, changed)).tokenHash : undefined
      return of(await store.invitations.update(scopeOf(actor), changed, write, tokenHash))
    }),
  )
  return body
}
