import { changedFields } from '../../../domain/audit/changed.ts'
import { canDecline } from '../../../domain/invitations/acceptance/rules.ts'
import { acceptInvitation, declineInvitation } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { acceptanceOnWire, answerFacts, findLink, type FoundLink } from './link-holder.ts'
import { acceptanceVerdict, countFetch, keepFailure, openLink, partiesOf } from './link-steps.ts'
import { makerNote } from './maker-note.ts'
import type { Ports } from '../ports.ts'
import { refusalProblem, visible } from '../http/problem-response.ts'
import { mayAcceptRestore, noteRequest } from '../relationship-requests/requests.ts'
import { decideAndWrite } from '../http/row-version.ts'
import { recordOf } from '../audit/record.ts'
import { acceptanceRoutes as routes } from './descriptions.ts'

export function acceptanceEndpoints(ports: Ports) {
  const { store } = ports

  return endpoints()
    .openapi(routes.read, async (c) => {
      const found = await findLink(store, c.req.valid('param').token, c.var.caller)
      await countFetch(ports, found, c.var.caller, c.var.requestId)
      return c.json(await acceptanceOnWire(ports, found), 200)
    })
    .openapi(routes.open, async (c) => {
      const { token } = c.req.valid('param')
      const found = await decideAndWrite(c, () => openLink(ports, token, c.var.caller))
      await noteRequest(ports, found, c.var.caller)
      return c.json(await acceptanceOnWire(ports, found), 200)
    })
    .openapi(routes.accept, async (c) => {
      const { body } = await accept(c, ports, c.req.valid('param').token, c.req.valid('json').agreementAccepted === true)
      return c.json(body, 200)
    })
    .openapi(routes.decline, async (c) => {
      const { body } = await decline(c, ports, c.req.valid('param').token, c.req.valid('json').reason || null)
      return c.json(body, 200)
    })
}

/** Parsing gives the first and every repeated response the same text. */
const onWire = (receipt: Receipt) => Receipt.parse(receipt)

const receiptBefore = ({ own }: FoundLink) => onWire(visible(own.receipt, 'receipt.not_found'))

const answerBy = (ports: Ports, actor: Actor, { inviter, reseller }: FoundLink, now: Date) => ({
  actor, inviter, reseller, receiptId: ports.newId(), now,
})

function accept(c: ActorContext, ports: Ports, token: string, agrees: boolean) {
  const { store } = ports
  const { actor } = c.var
  const { displayName, id: organizationId, tenantId } = actor.organization
  return command(c, ports, {
    find: async (at) => {
      const found = await findLink(store, token, actor)
      return { found, ...(await acceptanceVerdict(ports, found, actor, { agrees, at })) }
    },
    may: ({ decision }) => decision,
    refuse: async (refusal, { found }, at) => {
      await keepFailure(ports, found, actor, refusal, at)
      return refusalProblem(refusal)
    },
    version: ({ found }) => found.invitation,
    next: async ({ found, facts, room }, at) => {
      await mayAcceptRestore(ports, found, actor)
      const accepted = acceptInvitation(found.invitation, answerBy(ports, actor, found, at), found.own.stands)
      const agreementAcceptedBy = facts.policy.customerAgreement && agrees ? actor.user.displayName : undefined
      return { ...accepted, agreementAcceptedBy, standing: room?.standing }
    },
    event: async ({ invitation, receipt: { id, granted } }, at, { found }) => {
      const organizationIds = partiesOf(found)
      const record = recordOf(actor, [
        {
          at, action: 'invitation.accepted', noun: 'invitations', nounId: found.invitation.id, organizationIds,
          details: { customer: displayName }, customerId: tenantId, changed: changedFields(found.invitation, invitation, ['state']),
        },
        ...(granted.length === 0 ? [] : [{
          at, action: granted.includes('reseller_relationship') ? 'relationship.created' as const : 'admin_rights.granted' as const,
          noun: 'customers' as const, nounId: tenantId, organizationIds, details: { owner: found.inviter.displayName },
        }]),
        {
          at, action: 'invitation.accepted', noun: 'receipts', nounId: id, organizationIds: [organizationId],
          details: { inviter: found.inviter.displayName },
        },
      ])
      // The maker gets no note when nothing new was granted.
      const mails = granted.length === 0 ? [] : await makerNote(ports, found.scope, found.invitation, {
        at, of: 'accepted', once: id, customer: displayName,
      })
      return { ...record, mails }
    },
    save: (accepted, write, { found }) => store.acceptance.accept(found.scope, scopeOf(actor), accepted, write),
    onWire,
    again: ({ found }) => receiptBefore(found),
  })
}

function decline(c: ActorContext, ports: Ports, token: string, reason: string | null) {
  const { store } = ports
  const { actor } = c.var
  const { id: organizationId, displayName: customer } = actor.organization
  return command(c, ports, {
    find: async () => {
      const found = await findLink(store, token, actor)
      return { found, facts: await answerFacts(store, found, actor) }
    },
    may: ({ facts }, at) => canDecline(facts, at),
    version: ({ found }) => found.invitation,
    next: ({ found }, at) => declineInvitation(found.invitation, answerBy(ports, actor, found, at), reason, found.own.stands),
    event: async ({ invitation, receipt }, at, { found }) => ({
      ...recordOf(actor, [
        {
          at, action: 'invitation.declined', noun: 'invitations', nounId: invitation.id, organizationIds: partiesOf(found),
          details: { reason }, customerId: actor.organization.tenantId,
          changed: changedFields(found.invitation, invitation, ['state']),
        },
        {
          at, action: 'invitation.declined', noun: 'receipts', nounId: receipt.id, organizationIds: [organizationId],
          details: { inviter: found.inviter.displayName },
        },
      ]),
      mails: await makerNote(ports, found.scope, invitation, { at, of: 'declined', once: receipt.id, customer, said: reason }),
    }),
    save: async ({ invitation, receipt }, write, { found }) => {
      await store.acceptance.decline(found.scope, invitation, write, { actor: scopeOf(actor), receipt })
      return receipt
    },
    onWire: (_, { receipt }) => onWire(receipt),
    again: ({ found }) => receiptBefore(found),
  })
}
