import {
  canInviteTenant, canNameCustomer, canWorkBesideOthers, tellsHiddenFacts,
} from '../../../domain/invitations/acceptance/invitee-rules.ts'
import { canInviteWithDap } from '../../../domain/invitations/rules.ts'
import type { InvitationDraft } from '../../../domain/invitations/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { canInviteThrough, isOwnReseller } from '../../../domain/partnerships/rules.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { HiddenFacts } from '../limits/hidden-facts.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, invalidField } from '../http/problem-response.ts'
import { mayRestore } from '../relationship-requests/requests.ts'
import { roomBesideOthers } from './room-beside-others.ts'

export type Admission = Pick<Ports, 'now' | 'policies'> & {
  store: Pick<Ports['store'], 'customers' | 'organizations' | 'partnerships' | 'relationships'>
  hidden: HiddenFacts
}

/** BR-41, BR-42: enforces what the cloud lets an invitation ask; a request for admin rights alone has its own rules (BR-46). */
export function enforceDap(
  ports: Pick<Admission, 'now' | 'policies'>,
  actor: Actor,
  { kind, includeDap }: InvitationDraft,
): void {
  if (kind === 'restore') return
  enforce(canInviteWithDap(policyOf(ports, actor.organization.cloud), includeDap), { pointer: '/includeDap', status: 422 })
}

/** BR-25: finds the reseller that will carry it, if any. */
export async function chosenReseller(
  { store }: Pick<Admission, 'store'>,
  actor: Actor,
  { delivery, resellerId }: InvitationDraft,
): Promise<OrganizationRef | null> {
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

/**
 * BR-06, BR-21, BR-23, BR-39, BR-46, BR-54c, BR-54d: judges the named customer and what the portal knows of its tenant. Returns the
 * tenant's partners as seen, where they count.
 */
export async function mayInvite(ports: Admission, actor: Actor, draft: InvitationDraft): Promise<Standing | undefined> {
  const { customer } = draft
  await mayRestore(ports, actor, draft)
  if (!customer) return undefined
  const namesItself = customer.tenantId === actor.organization.tenantId
  enforce(canNameCustomer(actor, customer), { pointer: namesItself ? '/customer/tenantId' : '/customer/country' })
  const { tenantId } = customer
  return tenantId === undefined
    ? undefined
    : ports.hidden.look(tellsHiddenFacts, () => mayInviteTenant(ports, actor, tenantId, draft))
}

async function mayInviteTenant(
  ports: Admission, actor: Actor, tenantId: string, draft: InvitationDraft,
): Promise<Standing | undefined> {
  const { store } = ports
  const { services = [], includeDap } = draft
  const organization = await store.organizations.findByTenant(tenantId)
  if (organization) {
    const [active, latest] = await Promise.all([
      store.partnerships.findActiveWith(scopeOf(actor), organization.id), store.partnerships.findWith(scopeOf(actor), organization.id),
    ])
    const facts = {
      organization, isOwnReseller: isOwnReseller(active, actor.organization.id), isKnownPartner: latest !== undefined,
    }
    enforce(canInviteTenant(actor, facts), { pointer: '/customer/tenantId' })
  }
  const policy = policyOf(ports, actor.organization.cloud)
  const room = await roomBesideOthers(store, policy, tenantId, { inviterId: actor.organization.id, services, includeDap })
  if (!room) return undefined
  const verdict = canWorkBesideOthers(room.facts, policy)
  enforce(verdict, { pointer: !verdict.allowed && verdict.rule === 'BR-23' ? '/services' : '/customer/tenantId' })
  return room.standing
}
