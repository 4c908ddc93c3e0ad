import type { PartnerKind } from '../organizations/kinds.ts'
import type { RefusalCode } from '../problem-codes.ts'
import type { Refusal } from '../verdict.ts'

/** What refuses: who asks, the cloud, or a limit. Whatever is named in none of the lists is refused by the state that things are in. */
const reasons: Record<Exclude<Refusal['because'], 'state'>, readonly RefusalCode[]> = {
  role: [
    'acceptance.needs_global_admin', 'acceptance.own_reseller', 'acceptance.own_tenant', 'acceptance.partner_tenant',
    'acceptance.wrong_tenant', 'admin_rights.needs_admin_or_sales_agent', 'admin_rights.needs_global_admin',
    'admin_rights.only_customer_decides', 'admin_rights.owner_asks', 'agreement.needs_admin_or_sales_agent',
    'agreement.reseller_cannot_attest', 'capability.provider_transacts', 'claim.needs_global_admin', 'customer.not_confirmed',
    'description.needs_admin_or_sales_agent',
    'extension.needs_admin_agent', 'extension.only_transitioning_partner', 'gdap.customer_cannot_request', 'gdap.needs_admin_agent',
    'gdap.not_yours', 'gdap.only_customer_approves', 'gdap.other_tenant', 'import.needs_admin_or_sales_agent',
    'import.only_relationship_owners', 'invitation.customer_cannot_create', 'invitation.link_shown_once',
    'invitation.needs_admin_or_sales_agent', 'invitation.not_yours_to_change', 'invitation.only_reseller_forwards',
    'invitation.own_reseller', 'invitation.own_tenant', 'invitation.partner_tenant', 'invitation.reseller_cannot_create',
    'invitation.tenant_unsuitable', 'partnership.needs_admin_agent', 'partnership.needs_global_admin',
    'partnership.only_provider_removes', 'partnership.only_provider_requests', 'partnership.only_reseller_authorizes',
    'joining.is_customer', 'joining.is_other_partner', 'joining.needs_global_admin', 'joining.other_tenant', 'notice.not_offered',
    'organization.only_global_admin_says', 'organization.only_resellers_say',
    'people.needs_admin_agent', 'people.needs_global_admin',
    'receipt.needs_global_admin', 'relationship.removal_needs_admin_or_sales_agent', 'relationship.reseller_asks_provider',
    'token.roles_beyond_maker', 'token.scope_of_partners', 'token.service_needs_admin_agent', 'token.service_needs_global_admin',
    'webhook.needs_admin',
  ],
  cloud: [
    'acceptance.other_cloud', 'acceptance.region_mismatch', 'acceptance.single_partner', 'admin_rights.customer_chooses',
    'admin_rights.service_has_transacting_partner', 'agreement.not_in_cloud', 'capability.no_usage_based_services',
    'capability.request_gives_admin_only', 'gdap.cloud_closed', 'gdap.cloud_unavailable', 'gdap.cloud_undocumented',
    'invitation.delegated_admin_required', 'invitation.delegated_admin_unavailable', 'invitation.provider_cannot_create_here',
    'invitation.region_mismatch', 'invitation.restore_unavailable', 'invitation.single_partner', 'subscription.channel_not_in_cloud',
    'subscription.usage_not_in_cloud', 'joining.region_mismatch',
  ],
  limit: [
    'acceptance.asked_too_often', 'acceptance.handed_over_too_often', 'gdap.auto_extend_duration', 'gdap.duration',
    'gdap.duration_in_months', 'gdap.duration_not_in_days', 'gdap.name_form', 'gdap.name_reserved', 'gdap.role_outside',
    'gdap.template_limit', 'gdap.unknown_role', 'import.too_many_refused', 'invitation.reminded_lately',
    'token.roles_of_person', 'token.service_needs_role', 'token.too_many_personal', 'token.too_many_services',
    'joining.too_many', 'webhook.https_only', 'webhook.private_address', 'webhook.tested_lately', 'webhook.too_many',
  ],
}

/** A template without a role is at its limit; a relationship without one is not ready. */
const either: readonly RefusalCode[] = ['gdap.needs_role']

/** The kinds of partner that a refusal names, in whatever order. */
const whoMay: Partial<Record<RefusalCode, readonly PartnerKind[]>> = {
  'admin_rights.owner_asks': ['direct_partner', 'indirect_provider'],
  'agreement.reseller_cannot_attest': ['direct_partner', 'indirect_provider'],
  'capability.provider_transacts': ['direct_partner', 'indirect_provider'],
  'extension.only_transitioning_partner': ['direct_partner'],
  'invitation.link_shown_once': ['indirect_reseller'],
  'invitation.not_yours_to_change': ['direct_partner', 'indirect_provider'],
  'invitation.only_reseller_forwards': ['indirect_reseller'],
  'joining.is_other_partner': ['indirect_reseller'],
  'organization.only_resellers_say': ['indirect_reseller'],
  'partnership.only_provider_removes': ['direct_partner', 'indirect_provider'],
  'partnership.only_provider_requests': ['indirect_provider'],
  'partnership.only_reseller_authorizes': ['indirect_reseller'],
  'relationship.reseller_asks_provider': ['direct_partner', 'indirect_provider'],
}

/** What a refusal says of its reason and of who may, when that is not what these tables say of its code; nothing when it is. */
export function contradiction(refusal: Refusal): string {
  const { because, code, whoMay: told } = refusal
  const reason = Object.entries(reasons).find(([, codes]) => codes.includes(code))?.[0] ?? 'state'
  const named = whoMay[code]
  const isReason = because === reason || either.includes(code)
  const isNamed = !named || !told || (told.length === named.length && named.every((kind) => told.includes(kind)))
  return (isReason ? '' : ` because of ${because}`) + (isNamed ? '' : ` but for ${told.join()}`)
}
