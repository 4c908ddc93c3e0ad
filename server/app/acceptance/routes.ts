import { canDecline } from '../../../domain/invitations/acceptance-rules.ts'
import { acceptInvitation, declineInvitation } from '../../../domain/invitations/answer-transitions.ts'
import { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { Asking } from '../http/api-env.ts'
import { answerOnce, type Keep } from '../http/idempotency.ts'
import { acceptanceOnWire, answerFacts, findLink } from './link-holder.ts'
import { acceptanceVerdict, countFetch, keepFailure, openLink, partiesOf } from './link-steps.ts'
import { makerNote } from './maker-note.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { mayAcceptRestore, noteRequest } from '../relationship-requests/requests.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { type Happening, recordOf } from '../audit/what-happened.ts'
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
      const { token } = c.req.valid('param')
      const agrees = c.req.valid('json').agreementAccepted === true
      const { body } = await once(c, ports, c.var.actor, (keep) => accept(c, ports, c.var.actor, { token, agrees, keep }))
      return c.json(body, 200)
    })
    .openapi(routes.decline, async (c) => {
      const { token } = c.req.valid('param')
      const reason = c.req.valid('json').reason || null
      const { body } = await once(c, ports, c.var.actor, (keep) => decline(c, ports, c.var.actor, { token, reason, keep }))
      return c.json(body, 200)
    })
}

type KeepReceipt = Keep<Receipt, Receipt>

/** The same text for the first answer and for every repeated one, in whatever order the store keeps a receipt. */
const receiptAnswer = (receipt: Receipt) => ({ status: 200, body: Receipt.parse(receipt) })

const once = (c: Asking, ports: Ports, actor: Actor, attempt: (keep: KeepReceipt) => Promise<Receipt>) =>
  answerOnce<Receipt, Receipt>(c, ports, actor, async (keep) => receiptAnswer(await decideAndWrite(c, () => attempt(keep))))

type Accepting = { token: string; agrees: boolean; keep: KeepReceipt }

async function accept(c: Asking, ports: Ports, actor: Actor, { token, agrees, keep }: Accepting): Promise<Receipt> {
  const { store, now, newId } = ports
  const found = await findLink(store, token, actor)
  const at = now()
  const { decision, facts, room } = await acceptanceVerdict(ports, found, actor, { agrees, at })
  if (decision === 'repeated') return visible(found.own.receipt, 'receipt.not_found')
  matchVersion(c, found.invitation)
  await keepFailure(ports, found, actor, decision, at)
  enforce(decision)
  await mayAcceptRestore(ports, found, actor)
  const answer = { actor, inviter: found.inviter, reseller: found.reseller, receiptId: newId(), now: at }
  const accepted = acceptInvitation(found.invitation, answer, found.own.stands)
  const { granted } = accepted.receipt
  const { displayName, id: organizationId, tenantId } = actor.organization
  const agreementAcceptedBy = facts.policy.customerAgreement && agrees ? actor.user.displayName : undefined
  const when = { at: at.toISOString() }
  const events: Happening[] = [
    {
      ...when, action: 'invitation.accepted', noun: 'invitations', nounId: found.invitation.id, organizationIds: partiesOf(found),
      details: { customer: displayName },
    },
    ...(granted.length === 0 ? [] : [{
      ...when, action: granted.includes('reseller_relationship') ? 'relationship.created' : 'admin_rights.granted',
      noun: 'customers' as const, nounId: tenantId, organizationIds: partiesOf(found),
      details: { owner: found.inviter.displayName },
    }]),
    {
      ...when, action: 'invitation.accepted', noun: 'receipts', nounId: answer.receiptId, organizationIds: [organizationId],
      details: { inviter: found.inviter.displayName },
    },
  ]
  // What stood already is no news.
  const mails = granted.length === 0 ? [] : await makerNote(ports, found.scope, found.invitation, {
    ...when, of: 'accepted', once: answer.receiptId, customer: displayName,
  })
  return store.acceptance.accept(
    found.scope,
    scopeOf(actor),
    { ...accepted, agreementAcceptedBy, standing: room?.standing },
    { ...when, ...recordOf(actor, events), mails, answer: keep(receiptAnswer) },
  )
}

type Declining = { token: string; reason: string | null; keep: KeepReceipt }

async function decline(c: Asking, ports: Ports, actor: Actor, { token, reason, keep }: Declining): Promise<Receipt> {
  const { store, now, newId } = ports
  const found = await findLink(store, token, actor)
  const facts = await answerFacts(store, found, actor)
  const at = now()
  const decision = canDecline(facts, at)
  if (decision === 'repeated') return visible(found.own.receipt, 'receipt.not_found')
  matchVersion(c, found.invitation)
  enforce(decision)
  const answer = { actor, inviter: found.inviter, reseller: found.reseller, receiptId: newId(), now: at }
  const { invitation, receipt } = declineInvitation(found.invitation, answer, reason, found.own.stands)
  const when = { at: at.toISOString() }
  const events: Happening[] = [
    {
      ...when, action: 'invitation.declined', noun: 'invitations', nounId: invitation.id, organizationIds: partiesOf(found),
      details: { reason },
    },
    {
      ...when, action: 'invitation.declined', noun: 'receipts', nounId: receipt.id, organizationIds: [actor.organization.id],
      details: { inviter: found.inviter.displayName },
    },
  ]
  const customer = actor.organization.displayName
  const mails = await makerNote(ports, found.scope, invitation, { ...when, of: 'declined', once: receipt.id, customer, said: reason })
  await store.acceptance.decline(
    found.scope,
    invitation,
    { ...when, ...recordOf(actor, events), mails, answer: keep(() => receiptAnswer(receipt)) },
    { actor: scopeOf(actor), receipt },
  )
  return receipt
}
