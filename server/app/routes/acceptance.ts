import { canAccept, canDecline, canUseLink } from '../../../domain/invitations/acceptance-rules.ts'
import { canWorkBesideOthers } from '../../../domain/invitations/invitee-rules.ts'
import { acceptInvitation, declineInvitation, openInvitation } from '../../../domain/invitations/answer-transitions.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../api.ts'
import type { Asking } from '../api-env.ts'
import { answerOnce, type Keep } from '../idempotency.ts'
import { acceptanceFacts, acceptanceOnWire, answerFacts, findLink, type FoundLink } from '../link-holder.ts'
import { policyOf } from '../policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../problem-response.ts'
import { roomBesideOthers } from '../room-beside-others.ts'
import { decideAndWrite, matchVersion } from '../row-version.ts'
import { type Happening, recordOf } from '../what-happened.ts'
import { acceptanceRoutes as routes } from './acceptance-routes.ts'

export function acceptanceEndpoints(ports: Ports) {
  const { store, now } = ports

  return endpoints()
    .openapi(routes.read, async (c) => {
      const found = await findLink(store, c.req.valid('param').token)
      return c.json(acceptanceOnWire(found, now()), 200)
    })
    .openapi(routes.open, async (c) => {
      const { token } = c.req.valid('param')
      const found = await decideAndWrite(c, () => open(ports, token, c.var.caller))
      return c.json(acceptanceOnWire(found, now()), 200)
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

const receiptAnswer = (body: Receipt) => ({ status: 200, body })

const once = (c: Asking, ports: Ports, actor: Actor, attempt: (keep: KeepReceipt) => Promise<Receipt>) =>
  answerOnce<Receipt, Receipt>(c, ports, actor, async (keep) => receiptAnswer(await decideAndWrite(c, () => attempt(keep))))

const parties = ({ inviter, reseller }: FoundLink): string[] => (reseller ? [inviter.id, reseller.id] : [inviter.id])

/** A partner that looks at its own invitation is no customer who has opened it. */
async function open({ store, now }: Ports, token: string, caller: Actor | undefined): Promise<FoundLink> {
  const found = await findLink(store, token)
  const at = now()
  enforce(canUseLink(found.invitation, at))
  const opened = openInvitation(found.invitation, at)
  if (opened === found.invitation || (caller && parties(found).includes(caller.organization.id))) return found
  const event: Happening = {
    at: at.toISOString(), action: 'invitation.opened', noun: 'invitations', nounId: opened.id, organizationIds: parties(found),
  }
  await store.acceptance.update(found.scope, opened, { at: event.at, ...recordOf(caller, [event]) })
  return { ...found, invitation: opened }
}

type Accepting = { token: string; agrees: boolean; keep: KeepReceipt }

async function accept(c: Asking, ports: Ports, actor: Actor, { token, agrees, keep }: Accepting): Promise<Receipt> {
  const { store, now, newId } = ports
  const found = await findLink(store, token)
  matchVersion(c, found.invitation)
  const facts = await acceptanceFacts(store, found, actor, agrees)
  const { invitation, inviter } = found
  const policy = policyOf(ports, inviter.cloud)
  const room = await roomBesideOthers(store, policy, actor.organization.tenantId, { ...invitation, inviterId: inviter.id })
  const at = now()
  enforce(canAccept(facts, at))
  if (room) enforce(canWorkBesideOthers(room.facts, policy))
  const answer = { actor, inviter: found.inviter, reseller: found.reseller, receiptId: newId(), now: at }
  const accepted = acceptInvitation(found.invitation, answer)
  const { displayName, id: organizationId, tenantId } = actor.organization
  const agreementAcceptedBy = facts.policy.customerAgreement && agrees ? actor.user.displayName : undefined
  const when = { at: at.toISOString() }
  const events: Happening[] = [
    {
      ...when, action: 'invitation.accepted', noun: 'invitations', nounId: found.invitation.id, organizationIds: parties(found),
      details: { customer: displayName },
    },
    {
      ...when, action: 'relationship.created', noun: 'customers', nounId: tenantId, organizationIds: parties(found),
      details: { owner: found.inviter.displayName },
    },
    {
      ...when, action: 'invitation.accepted', noun: 'receipts', nounId: answer.receiptId, organizationIds: [organizationId],
      details: { inviter: found.inviter.displayName },
    },
  ]
  return store.acceptance.accept(
    found.scope,
    scopeOf(actor),
    { ...accepted, agreementAcceptedBy, standing: room?.standing },
    { ...when, ...recordOf(actor, events), answer: keep(receiptAnswer) },
  )
}

type Declining = { token: string; reason: string | null; keep: KeepReceipt }

async function decline(c: Asking, { store, now, newId }: Ports, actor: Actor, { token, reason, keep }: Declining): Promise<Receipt> {
  const found = await findLink(store, token)
  matchVersion(c, found.invitation)
  const facts = await answerFacts(store, found, actor)
  const at = now()
  enforce(canDecline(facts, at))
  const answer = { actor, inviter: found.inviter, reseller: found.reseller, receiptId: newId(), now: at }
  const { invitation, receipt } = declineInvitation(found.invitation, answer, reason)
  const when = { at: at.toISOString() }
  const events: Happening[] = [
    {
      ...when, action: 'invitation.declined', noun: 'invitations', nounId: invitation.id, organizationIds: parties(found),
      details: { reason },
    },
    {
      ...when, action: 'invitation.declined', noun: 'receipts', nounId: receipt.id, organizationIds: [actor.organization.id],
      details: { inviter: found.inviter.displayName },
    },
  ]
  await store.acceptance.update(
    found.scope,
    invitation,
    { ...when, ...recordOf(actor, events), answer: keep(() => receiptAnswer(receipt)) as never },
    { actor: scopeOf(actor), receipt },
  )
  return receipt
}
