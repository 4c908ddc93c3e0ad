import { keepsLink, keepsLinkWhole } from '../../../domain/invitations/message-rules.ts'
import { canCreateInvitation, canReadMessage, canWriteMessage } from '../../../domain/invitations/rules.ts'
import { newInvitation } from '../../../domain/invitations/transitions.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { withHiddenFacts } from '../limits/hidden-facts.ts'
import { command } from '../http/command.ts'
import { chosenReseller, enforceDap, mayInvite } from './admission.ts'
import { findInvitation, linkedAnswer, shownTo, withLink } from './answer.ts'
import { historyOf, lapseOf } from './history.ts'
import { linkOf } from './links.ts'
import { messageOf } from '../message-templates/message-of.ts'
import { newInvitationRecord } from './new-invitation.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { invitationOnWire, pageOnWire } from '../http/wire.ts'
import { invitationRoutes as routes } from './descriptions.ts'

export function invitationEndpoints(ports: Ports) {
  const { store, now, newId } = ports

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      const { limit, cursor, ...view } = c.req.valid('query')
      const at = now()
      const shown = shownTo(ports, actor, at)
      const page = await store.invitations.list(scopeOf(actor), view, { limit, cursor }, at.toISOString())
      return c.json(pageOnWire(page, (row) => invitationOnWire(row, shown)), 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const { cloud } = actor.organization
      const draft = c.req.valid('json')
      enforce(canCreateInvitation(actor, policyOf(ports, cloud)))
      enforceDap(ports, actor, draft)
      const { body } = await command(c, ports, {
        find: async () => ({
          reseller: await chosenReseller(ports, actor, draft),
          standing: await withHiddenFacts(ports, actor, 1, (hidden) => mayInvite({ ...ports, hidden }, actor, draft)),
        }),
        next: ({ reseller }, at) => newInvitation(draft, { id: newId(), actor, reseller, now: at }),
        event: (made, at) => newInvitationRecord(actor, made, at),
        save: async (made, write, { standing }) => {
          const { tokenHash } = await linkOf(ports, made)
          return store.invitations.create(scopeOf(actor), made, tokenHash, write, actor.user.id, standing)
        },
        onWire: (saved, _, at) => linkedAnswer(saved, shownTo(ports, actor, at)),
        status: 201,
      })
      c.header('ETag', body.invitation.etag)
      c.header('Location', `/api/invitations/${body.invitation.id}`)
      return c.json(await withLink(ports, body, actor), 201)
    })
    .openapi(routes.read, async (c) => {
      const { actor } = c.var
      const invitation = await findInvitation(ports, actor, c.req.valid('param').id)
      const events = await store.audit.ofRow(scopeOf(actor), 'invitations', invitation.id)
      const mails = await store.outbox.ofInvitation(scopeOf(actor), invitation.id)
      c.header('ETag', etagOf(invitation))
      const questions = await store.traces.questions(scopeOf(actor), invitation.id)
      const shown = invitationOnWire(invitation, shownTo(ports, actor))
      const answers = await store.relationshipRequests.answersTo(scopeOf(actor), invitation.id)
      return c.json({ ...shown, history: historyOf([...events, ...lapseOf(shown)]), mails, questions, answers }, 200)
    })
    .openapi(routes.message, async (c) => {
      const { actor } = c.var
      const invitation = await findInvitation(ports, actor, c.req.valid('param').id)
      enforce(canReadMessage(actor, invitation, now()))
      const { link } = await linkOf(ports, invitation)
      const language = c.req.valid('query').language ?? invitation.language
      return c.json(await messageOf(ports, actor, invitation, { language, link }), 200)
    })
    .openapi(routes.text, async (c) => {
      const { actor } = c.var
      const invitation = await findInvitation(ports, actor, c.req.valid('param').id)
      enforce(canWriteMessage(actor, invitation, now()))
      const language = c.req.valid('query').language ?? invitation.language
      const { link: _, ...text } = await messageOf(ports, actor, invitation, { language, link: linkMark })
      return c.json(text, 200)
    })
    .openapi(routes.checkMessage, async (c) => {
      const { actor } = c.var
      const invitation = await findInvitation(ports, actor, c.req.valid('param').id)
      enforce(canWriteMessage(actor, invitation, now()))
      const { link } = await linkOf(ports, invitation)
      const { text } = c.req.valid('json')
      enforce(keepsLink(text, link), { pointer: '/text', status: 422 })
      enforce(keepsLinkWhole({ subject: '', text }, link), { pointer: '/text', status: 422 })
      return c.json({ keepsLink: true as const }, 200)
    })
}
