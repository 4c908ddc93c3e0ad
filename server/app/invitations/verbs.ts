import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import {
  canForwardInvitation, canReissueInvitation, canSendInvitation, canShowLink, canWithdrawInvitation,
} from '../../../domain/invitations/rules.ts'
import { forwardInvitation, reissueInvitation, sendInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { findInvitation, linkedAnswer, shownTo, withLink } from './answer.ts'
import { linkOf } from './links.ts'
import { mailOf, type Mailing } from './mailing.ts'
import type { Ports } from '../ports.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { invitationVerbRoutes as routes } from './descriptions.ts'

type Verb = {
  id: string
  may: (actor: Actor, invitation: InvitationRecord, now: Date) => Verdict
  next: (invitation: InvitationRecord, now: Date) => InvitationRecord
  /** Makes the mail of the changed invitation. */
  mail?: (changed: InvitationRecord) => Mailing
  action: AuditEntry['action']
  details?: AuditEntry['details']
}

export function invitationVerbEndpoints(ports: Ports) {
  return endpoints()
    .openapi(routes.send, async (c) => {
      const { id } = c.req.valid('param')
      const message = c.req.valid('json')
      const { body: { invitation } } = await change(c, ports, {
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
      const { body: { invitation } } = await change(c, ports, {
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
      const { body: answer } = await change(c, ports, {
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
      const { body: answer } = await change(c, ports, {
        id, may: canShowLink, next: (found) => found, action: 'invitation.link_shown',
      })
      c.header('ETag', answer.invitation.etag)
      return c.json(await withLink(ports, answer, c.var.actor), 200)
    })
    .openapi(routes.withdraw, async (c) => {
      const { id } = c.req.valid('param')
      const { body: { invitation } } = await change(c, ports, {
        id, may: canWithdrawInvitation, next: withdrawInvitation, action: 'invitation.withdrawn',
      })
      c.header('ETag', invitation.etag)
      return c.json(invitation, 200)
    })
}

const change = (c: ActorContext, ports: Ports, { id, may, next, mail, action, details }: Verb) => {
  const { actor } = c.var
  const { invitations } = ports.store
  return command(c, ports, {
    find: () => findInvitation(ports, actor, id),
    may: (found, now) => may(actor, found, now),
    version: (found) => found,
    next,
    event: async (changed, at, { inviter, reseller }) => ({
      ...recordOf(actor, [
        {
          at, noun: 'invitations', nounId: changed.id, action, customerId: changed.customer?.tenantId, ...(details && { details }),
          organizationIds: reseller ? [inviter.id, reseller.id] : [inviter.id],
        },
      ]),
      mails: mail && (await mailOf(ports, actor, changed, mail(changed))),
    }),
    save: async (changed, write, found) => {
      const hasNewLink = changed.linkNumber !== found.linkNumber
      return invitations.update(scopeOf(actor), changed, write, hasNewLink ? (await linkOf(ports, changed)).tokenHash : undefined)
    },
    onWire: (saved, _, now) => linkedAnswer(saved, shownTo(ports, actor, now)),
  })
}
