import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { canInviteTenant, canNameCustomer, canWorkBesideOthers } from '../../../domain/invitations/invitee-rules.ts'
import type { InvitationDraft } from '../../../domain/invitations/schemas.ts'
import { canCreateInvitation, canInviteWithDelegatedAdmin, canReadMessage, canSeeInvitation } from '../../../domain/invitations/rules.ts'
import { newInvitation } from '../../../domain/invitations/transitions.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { canInviteThrough, isOwnReseller } from '../../../domain/partnerships/rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../api.ts'
import { answerOnce } from '../idempotency.ts'
import { type LinkedAnswer, linkedAnswer, withLink } from '../invitation-answer.ts'
import { historyOf } from '../invitation-history.ts'
import { linkOf } from '../invitation-links.ts'
import { invitationMail } from '../invitation-mail.ts'
import { policyOf } from '../policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, invalidField, visible } from '../problem-response.ts'
import { roomBesideOthers } from '../room-beside-others.ts'
import { etagOf } from '../row-version.ts'
import { recordOf } from '../what-happened.ts'
import { invitationOnWire, pageOnWire } from '../wire.ts'
import { invitationRoutes as routes } from './invitation-routes.ts'

export function invitationEndpoints(ports: Ports) {
  const { store, now, newId } = ports

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      const { limit, cursor, ...view } = c.req.valid('query')
      const at = now()
      const page = await store.invitations.list(scopeOf(actor), view, { limit, cursor }, at.toISOString())
      return c.json(pageOnWire(page, (found) => invitationOnWire(found, actor.organization.cloud, at)), 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const { cloud } = actor.organization
      const draft = c.req.valid('json')
      const policy = policyOf(ports, cloud)
      enforce(canCreateInvitation(actor, policy))
      enforce(canInviteWithDelegatedAdmin(policy, draft.includeDap), { pointer: '/includeDap', status: 422 })
      const { body } = await answerOnce<InvitationRecord, LinkedAnswer>(c, ports, actor, async (keep) => {
        const reseller = await chosenReseller(ports, actor, draft)
        await mayInvite(ports, actor, draft)
        const at = now()
        const made = newInvitation(draft, { id: newId(), actor, reseller, now: at })
        const of = (saved: typeof made) => ({ status: 201, body: linkedAnswer(saved, cloud, at) })
        const event = { at: at.toISOString(), noun: 'invitations', nounId: made.id } as const
        const organizationIds = reseller ? [actor.organization.id, reseller.id] : [actor.organization.id]
        const { tokenHash } = await linkOf(ports, made)
        const saved = await store.invitations.create(scopeOf(actor), made, tokenHash, {
          at: event.at,
          ...recordOf(actor, [
            { ...event, action: 'invitation.created', organizationIds },
            ...(reseller ? [{ ...event, action: 'invitation.handed_over', organizationIds, details: { to: reseller.displayName } }] : []),
          ]),
          answer: keep(of),
        })
        return of(saved)
      })
      c.header('ETag', body.invitation.etag)
      c.header('Location', `/api/invitations/${body.invitation.id}`)
      return c.json(await withLink(ports, body, cloud), 201)
    })
    .openapi(routes.read, async (c) => {
      const { actor } = c.var
      const found = await store.invitations.find(scopeOf(actor), c.req.valid('param').id.toLowerCase())
      const invitation = visible(found, 'invitation.not_found', (it) => canSeeInvitation(actor, it))
      const events = await store.audit.ofRow(scopeOf(actor), 'invitations', invitation.id)
      c.header('ETag', etagOf(invitation))
      return c.json({ ...invitationOnWire(invitation, actor.organization.cloud, now()), history: historyOf(events) }, 200)
    })
    .openapi(routes.message, async (c) => {
      const { actor } = c.var
      const found = await store.invitations.find(scopeOf(actor), c.req.valid('param').id.toLowerCase())
      const invitation = visible(found, 'invitation.not_found', (it) => canSeeInvitation(actor, it))
      enforce(canReadMessage(actor, invitation, now()))
      const { link } = await linkOf(ports, invitation)
      const language = c.req.valid('query').language ?? invitation.language
      return c.json(invitationMail(invitation, actor.organization.cloud, language, link), 200)
    })
}

/** BR-25: the reseller that is to carry it, if one is. */
async function chosenReseller({ store }: Ports, actor: Actor, { delivery, resellerId }: InvitationDraft): Promise<OrganizationRef | null> {
  const pointer = '/resellerId'
  if (delivery === 'direct') {
    if (resellerId === undefined) return null
    throw invalidField(pointer, 'field.not_with_direct_delivery')
  }
  if (resellerId === undefined) throw invalidField(pointer, 'field.required')
  const partnership = await store.partnerships.findActiveWith(scopeOf(actor), resellerId.toLowerCase())
  enforce(canInviteThrough(actor, partnership), { pointer, status: 422 })
  return partnership?.reseller ?? null
}

/** BR-06, BR-21, BR-23, BR-39, BR-54c, BR-54d: the customer as it is named, and what is known here of its tenant. */
async function mayInvite(ports: Ports, actor: Actor, { customer, services = [], includeDap }: InvitationDraft): Promise<void> {
  const { store } = ports
  if (!customer) return
  const namesItself = customer.tenantId === actor.organization.tenantId
  enforce(canNameCustomer(actor, customer), { pointer: namesItself ? '/customer/tenantId' : '/customer/country' })
  if (customer.tenantId === undefined) return
  const organization = await store.organizations.findByTenant(customer.tenantId)
  if (organization) {
    const partnership = await store.partnerships.findActiveWith(scopeOf(actor), organization.id)
    const facts = { organization, isOwnReseller: isOwnReseller(partnership, actor.organization.id) }
    enforce(canInviteTenant(actor, facts), { pointer: '/customer/tenantId' })
  }
  const policy = policyOf(ports, actor.organization.cloud)
  const room = await roomBesideOthers(store, policy, customer.tenantId, { inviterId: actor.organization.id, services, includeDap })
  if (!room) return
  const verdict = canWorkBesideOthers(room.facts, policy)
  enforce(verdict, { pointer: !verdict.allowed && verdict.rule === 'BR-23' ? '/services' : '/customer/tenantId' })
}
