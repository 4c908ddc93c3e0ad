import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { keepsLink, keepsLinkWhole } from '../../../domain/invitations/message-rules.ts'
import { canCreateInvitation, canReadMessage, canSeeInvitation, canWriteMessage } from '../../../domain/invitations/rules.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { withHiddenFacts } from '../limits/hidden-facts.ts'
import { answerOnce } from '../http/idempotency.ts'
import { chosenReseller, enforceDelegatedAdmin, mayInvite } from './admission.ts'
import { type LinkedAnswer, withLink } from './answer.ts'
import { historyOf, lapseOf } from './history.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import { preparedInvitation } from './new-invitation.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, etagOf } from '../http/row-version.ts'
import { invitationOnWire, pageOnWire } from '../http/wire.ts'
import { invitationRoutes as routes } from './descriptions.ts'

export function invitationEndpoints(ports: Ports) {
  const { store, now, sendsMail } = ports
  const found = async (actor: Actor, id: string) =>
    visible(await store.invitations.find(scopeOf(actor), id.toLowerCase()), 'invitation.not_found', (it) => canSeeInvitation(actor, it))

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      const { limit, cursor, ...view } = c.req.valid('query')
      const at = now()
      const shown = { policy: policyOf(ports, actor.organization.cloud), now: at, sendsMail }
      const page = await store.invitations.list(scopeOf(actor), view, { limit, cursor }, at.toISOString())
      return c.json(pageOnWire(page, (row) => invitationOnWire(row, shown)), 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const { cloud } = actor.organization
      const draft = c.req.valid('json')
      enforce(canCreateInvitation(actor, policyOf(ports, cloud)))
      enforceDelegatedAdmin(ports, actor, draft)
      const { body } = await answerOnce<InvitationRecord, LinkedAnswer>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const reseller = await chosenReseller(ports, actor, draft)
          const standing = await withHiddenFacts(ports, actor, 1, (hidden) => mayInvite({ ...ports, hidden }, actor, draft))
          const { prepared, of } = await preparedInvitation(ports, actor, { draft, reseller, standing, keep })
          const { invitation, tokenHash, write } = prepared
          return of(await store.invitations.create(scopeOf(actor), invitation, tokenHash, write, actor.user.id, standing))
        }),
      )
      c.header('ETag', body.invitation.etag)
      c.header('Location', `/api/invitations/${body.invitation.id}`)
      return c.json(await withLink(ports, body, actor), 201)
    })
    .openapi(routes.read, async (c) => {
      const { actor } = c.var
      const invitation = await found(actor, c.req.valid('param').id)
      const events = await store.audit.ofRow(scopeOf(actor), 'invitations', invitation.id)
      const mails = await store.outbox.ofInvitation(scopeOf(actor), invitation.id)
      c.header('ETag', etagOf(invitation))
      const questions = await store.traces.questions(scopeOf(actor), invitation.id)
      const shown = invitationOnWire(invitation, { policy: policyOf(ports, actor.organization.cloud), now: now(), sendsMail })
      const answers = await store.relationshipRequests.answersTo(scopeOf(actor), invitation.id)
      return c.json({ ...shown, history: historyOf([...events, ...lapseOf(shown)]), mails, questions, answers }, 200)
    })
    .openapi(routes.message, async (c) => {
      const { actor } = c.var
      const invitation = await found(actor, c.req.valid('param').id)
      enforce(canReadMessage(actor, invitation, now()))
      const { link } = await linkOf(ports, invitation)
      const language = c.req.valid('query').language ?? invitation.language
      return c.json(await messageOf(ports, actor, invitation, { language, link }), 200)
    })
    .openapi(routes.text, async (c) => {
      const { actor } = c.var
      const invitation = await found(actor, c.req.valid('param').id)
      enforce(canWriteMessage(actor, invitation, now()))
      const language = c.req.valid('query').language ?? invitation.language
      const { link: _, ...text } = await messageOf(ports, actor, invitation, { language, link: linkMark })
      return c.json(text, 200)
    })
    .openapi(routes.checkMessage, async (c) => {
      const { actor } = c.var
      const invitation = await found(actor, c.req.valid('param').id)
      enforce(canWriteMessage(actor, invitation, now()))
      const { link } = await linkOf(ports, invitation)
      const { text } = c.req.valid('json')
      enforce(keepsLink(text, link), { pointer: '/text', status: 422 })
      enforce(keepsLinkWhole({ subject: '', text }, link), { pointer: '/text', status: 422 })
      return c.json({ keepsLink: true as const }, 200)
    })
}
