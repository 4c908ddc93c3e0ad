import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import {
  canAutoExtend, canBeNamed, canHoldRoles, canLast, canRequestFor, canRequestGdap,
} from '../../../domain/gdap/relationship-rules.ts'
import type { GdapChange, GdapDraft } from '../../../domain/gdap/schemas.ts'
import { refOf } from '../../../domain/invitations/transitions.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { randomUuid } from '../secrets.ts'

type Drafting = Pick<Ports, 'now' | 'policies'> & {
  store: Pick<Ports['store'], 'partnerships'> & { customers: Pick<Ports['store']['customers'], 'find'> }
}

/** Two random GUIDs: whoever knows a request's id may read it, so no time is in it. */
export const newGdapId = (): string => `${randomUuid()}-${randomUuid()}`

/** BR-80 to BR-87: checks the fields of a draft or a change; absent fields pass. */
export function checkGdapFields(draft: GdapChange): void {
  const roles = draft.accessDetails?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId) ?? []
  if (draft.duration !== undefined) enforce(canLast(draft.duration), { pointer: '/duration', status: 422 })
  enforce(canHoldRoles(roles), { pointer: '/accessDetails/unifiedRoles', status: 422 })
  if (draft.autoExtendDuration !== undefined)
    enforce(canAutoExtend(roles, draft.autoExtendDuration), { pointer: '/autoExtendDuration', status: 422 })
}

/** BR-82: a malformed name is 422, a taken one 409. */
export function checkGdapName(displayName: string, isTaken: boolean): void {
  enforce(canBeNamed(displayName, false), { pointer: '/displayName', status: 422 })
  enforce(canBeNamed(displayName, isTaken), { pointer: '/displayName' })
}

/**
 * Makes a storable relationship of a draft; throws the first refusal. A provider that names its reseller makes it for that one, which
 * consents first (BR-79). A customer outside the partner's list goes by its tenant id until it approves, since its name is private.
 * `isNameTaken` checks the relationships of the partner that will own it.
 */
export async function draftedGdap(
  ports: Drafting,
  actor: Actor,
  draft: GdapDraft,
  isNameTaken: (partnerId: string, displayName: string) => Promise<boolean>,
): Promise<GdapRelationship> {
  enforce(canRequestGdap(actor, policyOf(ports, actor.organization.cloud)))
  checkGdapFields(draft)
  const own = refOf(actor.organization)
  const partner = await partnerOf(ports, actor, draft)
  const isForReseller = partner.id !== own.id
  checkGdapName(draft.displayName, await isNameTaken(partner.id, draft.displayName))
  const at = ports.now().toISOString()
  return {
    id: newGdapId(),
    partner,
    displayName: draft.displayName,
    duration: draft.duration,
    customer: await namedCustomer(ports, actor, draft),
    roles: draft.accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
    status: 'created',
    since: at,
    autoExtendDuration: draft.autoExtendDuration as GdapRelationship['autoExtendDuration'],
    createdDateTime: at,
    lastModifiedDateTime: at,
    activatedDateTime: null,
    endDateTime: null,
    indirectProviderTenantId: isForReseller ? own.tenantId : null,
    isPartnerConsentPending: isForReseller,
    version: 1,
  }
}

/**
 * BR-82: tells whether the name is taken at the future owner. About its reseller's names a provider learns what making the draft would
 * reveal; others are refused.
 */
export async function isGdapNameTaken(ports: Ports, actor: Actor, draft: Pick<GdapDraft, 'displayName' | 'resellerId'>): Promise<boolean> {
  if (draft.resellerId !== undefined) enforce(canRequestGdap(actor, policyOf(ports, actor.organization.cloud)))
  return ports.store.gdap.isNameTaken((await partnerOf(ports, actor, draft)).id, draft.displayName)
}

/** Returns the future owner: the actor's organisation or the reseller that it names. */
async function partnerOf({ store }: Drafting, actor: Actor, { resellerId }: Pick<GdapDraft, 'resellerId'>): Promise<OrganizationRef> {
  if (resellerId === undefined) return refOf(actor.organization)
  const partnership = await store.partnerships.findActiveWith(scopeOf(actor), resellerId.toLowerCase())
  enforce(canRequestFor(actor, partnership), { pointer: '/resellerId', status: 422 })
  return partnership?.reseller ?? refOf(actor.organization)
}

export async function namedCustomer(
  { store }: Drafting,
  actor: Actor,
  { customer }: Pick<GdapDraft, 'customer'>,
): Promise<GdapRelationship['customer']> {
  if (!customer) return null
  const tenantId = customer.tenantId.toLowerCase()
  const row = await store.customers.find(scopeOf(actor), tenantId)
  return { tenantId, displayName: row?.companyProfile.companyName ?? tenantId }
}
