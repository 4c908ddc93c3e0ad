import { canReadAudit } from '../audit/rules.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { canImportCustomers } from '../customers/rules.ts'
import { canApprove, canRequestGdap } from '../gdap/relationship-rules.ts'
import { canCreateInvitation, canWorkOnInvitations } from '../invitations/rules.ts'
import { canChangeOrganization } from '../organizations/rules.ts'
import type { Organization } from '../organizations/schemas.ts'
import { canAuthorizePartnership, canRequestPartnership } from '../partnerships/lifecycle.ts'
import { decidesForCustomer } from '../relationships/admin-rights.ts'
import { canRemoveRelationship } from '../relationships/removal.ts'
import type { Actor } from '../session/actor.ts'
import { partnerRoles, type Role, roles } from '../session/roles.ts'
import { canManageServices } from '../tokens/rules.ts'
import type { Verdict } from '../verdict.ts'
import { canManagePeople } from './rules.ts'

/** What a role may open; each is asked of the rule that also decides the act itself, where nothing else stands against it. */
const abilities = [
  'invite', 'forward', 'request_gdap', 'remove_relationship', 'import_customers', 'request_partnership', 'authorize_provider',
  'answer_invitation', 'approve_gdap', 'remove_admin_rights', 'change_organization', 'manage_services', 'read_audit', 'manage_people',
] as const
export type Ability = (typeof abilities)[number]

/** A request for granular rights that waits for this customer. */
const waiting = ({ organization: { tenantId, displayName } }: Actor): Parameters<typeof canApprove>[1] => ({
  status: 'approvalPending', roles: [], customer: { tenantId, displayName }, isPartnerConsentPending: false, autoExtendDuration: 'PT0S',
  partner: { id: '', tenantId: '', displayName: '' },
})

const isReseller = ({ organization }: Actor): boolean => organization.kind === 'indirect_reseller'
const isCustomer = ({ organization }: Actor): boolean => organization.kind === 'customer'

const verdicts: Record<Ability, (actor: Actor, policy: CloudPolicy) => Pick<Verdict, 'allowed'> | 'repeated'> = {
  invite: canCreateInvitation,
  forward: (actor) => ({ allowed: isReseller(actor) && canWorkOnInvitations(actor).allowed }),
  request_gdap: canRequestGdap,
  remove_relationship: (actor) =>
    ({ allowed: !isCustomer(actor) && canRemoveRelationship(actor, { basis: 'accepted', relationshipToPartner: 'reseller' }, []).allowed }),
  import_customers: canImportCustomers,
  request_partnership: canRequestPartnership,
  authorize_provider: (actor) =>
    ({
      allowed: isReseller(actor)
        && canAuthorizePartnership(actor, { state: 'requested', provider: { id: '' }, reseller: actor.organization }, true).allowed,
    }),
  answer_invitation: (actor) => decidesForCustomer(actor),
  approve_gdap: (actor) => canApprove(actor, waiting(actor)),
  remove_admin_rights: (actor) => decidesForCustomer(actor),
  change_organization: canChangeOrganization,
  manage_services: canManageServices,
  read_audit: canReadAudit,
  manage_people: canManagePeople,
}

/** The roles that people of this kind of organisation may have. */
export const rolesAt = (kind: Organization['kind']): readonly Role[] =>
  kind === 'customer' ? roles.filter((role) => role === 'user' || role.endsWith('_admin')) : ['global_admin', ...partnerRoles]

/** What this role opens at this organisation, by the present policy of its cloud. */
export function abilitiesOf(role: Role, organization: Organization, policy: CloudPolicy): Ability[] {
  const actor: Actor = { user: { id: '', displayName: '', email: '', roles: [role], locale: 'en' }, organization }
  return abilities.filter((ability) => {
    const verdict = verdicts[ability](actor, policy)
    return verdict !== 'repeated' && verdict.allowed
  })
}
