import { leastRoleByTask } from '../../../domain/gdap/roles/templates.ts'
import type { acceptanceRoutes } from '../acceptance/descriptions.ts'
import type { auditRoutes } from '../audit/descriptions.ts'
import type { bulkInvitationRoutes } from '../bulk-invitations/routes.ts'
import type { bulkRelationshipRoutes } from '../bulk-relationships/routes.ts'
import type { customerImportRoutes } from '../customers/import/routes.ts'
import type { customerRoutes } from '../customers/routes.ts'
import type { gdapAssignmentRoutes } from '../gdap/assignments/descriptions.ts'
import type {
  gdapExpiryRoutes, gdapMessageRoutes, gdapRoutes, gdapVerbRoutes,
} from '../gdap/descriptions.ts'
import type { eventRoutes } from '../events/routes.ts'
import type { funnelRoutes } from '../funnel/routes.ts'
import type { invitationRoutes, invitationVerbRoutes } from '../invitations/descriptions.ts'
import type { joiningRoutes, resellerInviteRoutes } from '../joining/descriptions.ts'
import type { messageTemplateRoutes } from '../message-templates/routes.ts'
import type { myPartnerRoutes } from '../relationships/my-partners.ts'
import type { organizationDomainRoutes } from '../organizations/domains.ts'
import type { organizationLogoRoutes } from '../organizations/logos.ts'
import type { programmeAgreementRoutes } from '../organizations/programme-agreement.ts'
import type { organizationRoutes } from '../organizations/routes.ts'
import type { peopleRoutes } from '../people/descriptions.ts'
import type { partnershipVerbRoutes } from '../partnerships/verbs.ts'
import type { partnershipRoutes } from '../partnerships/routes.ts'
import type { receiptRoutes } from '../acceptance/receipts.ts'
import type { reminderRoutes } from '../reminders/routes.ts'
import type { relationshipRequestRoutes } from '../relationship-requests/routes.ts'
import type { relationshipRoutes } from '../relationships/descriptions.ts'
import type { roleTemplateRoutes } from '../role-templates/descriptions.ts'
import type { ruleRoutes } from '../rules/routes.ts'
import type { backChannelLogoutRoutes } from '../session/back-channel-logout.ts'
import type { ownSessionRoutes } from '../session/own-sessions.ts'
import type { sessionRoutes } from '../session/routes.ts'
import type { signInRoutes } from '../session/sign-in.ts'
import type { subscriptionRoutes } from '../subscriptions/routes.ts'
import type { tenantClaimRoutes } from '../customers/claims.ts'
import type { tokenRoutes } from '../tokens/descriptions.ts'
import type { unsubscribeRoutes } from '../reminders/unsubscribe.ts'
import type { noticeRoutes } from '../notices/descriptions.ts'
import type { webhookRoutes } from '../webhooks/descriptions.ts'
import type { Sight } from './isolation-sights.ts'
import { organizationId } from './people.ts'
import { draft } from './world.ts'

type KeyOf<Route> = Route extends { method: infer Method extends string; path: infer Path extends string }
  ? `${Uppercase<Method>} ${Path}`
  : never
type KeysOf<Group> = Group extends unknown ? KeyOf<Group[keyof Group]> : never

type Groups =
  | typeof acceptanceRoutes | typeof auditRoutes | typeof bulkInvitationRoutes | typeof bulkRelationshipRoutes
  | typeof customerImportRoutes | typeof customerRoutes | typeof gdapRoutes | typeof gdapVerbRoutes | typeof gdapMessageRoutes
  | typeof gdapAssignmentRoutes | typeof gdapExpiryRoutes | typeof eventRoutes | typeof funnelRoutes | typeof invitationRoutes
  | typeof invitationVerbRoutes | typeof partnershipRoutes | typeof receiptRoutes | typeof messageTemplateRoutes | typeof myPartnerRoutes
  | typeof partnershipVerbRoutes | typeof relationshipRequestRoutes | typeof relationshipRoutes | typeof reminderRoutes
  | typeof roleTemplateRoutes | typeof ruleRoutes | typeof sessionRoutes | typeof signInRoutes | typeof ownSessionRoutes
  | typeof backChannelLogoutRoutes | typeof subscriptionRoutes | typeof tenantClaimRoutes | typeof tokenRoutes
  | typeof unsubscribeRoutes | typeof organizationRoutes | typeof organizationDomainRoutes | typeof organizationLogoRoutes
  | typeof peopleRoutes | typeof webhookRoutes | typeof noticeRoutes | typeof resellerInviteRoutes | typeof joiningRoutes
  | typeof programmeAgreementRoutes

export type RouteKey = KeysOf<Groups> | 'GET /openapi.json'

/** Keeps those who may change the row from changing it. */
const staleVersion = { headers: { 'If-Match': '"0"' } }
const attestation = { firstName: 'Sora', lastName: 'Min', email: 'sora@tailspin.example', dateAgreed: '2026-03-01' }

/** Who may see what, one row per route: a missing row does not type-check, an extra one fails the test. */
export const isolation: Record<RouteKey, Sight> = {
  'GET /openapi.json': { of: 'nobody' },
  'GET /session/personas': { of: 'nobody' },
  'POST /session': { of: 'nobody', body: { persona: 'nobody' } },
  'DELETE /session': { of: 'nobody' },
  'GET /session': { of: 'self' },
  'GET /session/ways': { of: 'nobody' },
  'GET /session/sign-in': { of: 'nobody' },
  'GET /session/callback': { of: 'nobody' },
  'GET /session/callback/{issuer}': { of: 'nobody' },
  'POST /session/back-channel-logout': { of: 'nobody' },
  'PUT /session/organization': { of: 'self', body: { displayName: 'Another name', country: 'US' } },
  'GET /session/sessions': { of: 'self' },
  'DELETE /session/sessions': { of: 'self' },
  'DELETE /session/sessions/{id}': { of: 'own session' },
  'GET /customers': { of: 'own rows', noun: 'customers', search: true },
  'GET /customers/{id}': { of: 'one row', noun: 'customers', unconfirmed: 'open' },
  'POST /customers/import': {
    of: 'new rows', type: 'text/csv',
    body: 'Microsoft ID,Company name,Primary domain name,Relationship\n{foreign},Taken over,taken.example,Cloud Reseller\n',
  },
  'GET /customers/{id}/subscriptions': { of: 'one row', noun: 'customers', unconfirmed: 'closed' },
  'GET /customers/{id}/subscriptions/{sid}/guidance': { of: 'one row', noun: 'customers', unconfirmed: 'closed' },
  'GET /customers/{id}/partners': { of: 'one row', noun: 'customers', unconfirmed: 'closed' },
  'GET /customers/{id}/capabilities': { of: 'one row', noun: 'customers', unconfirmed: 'open' },
  'GET /customers/{id}/events': { of: 'one row', noun: 'customers', unconfirmed: 'open' },
  'GET /customers/{id}/agreement': { of: 'one row', noun: 'customers', unconfirmed: 'closed' },
  'POST /customers/{id}/agreement': { of: 'one row', noun: 'customers', unconfirmed: 'closed', body: attestation },
  'POST /customers/{id}/remove-relationship': { of: 'one row', noun: 'customers', unconfirmed: 'open', body: {}, ...staleVersion },
  'POST /customers/{id}/ask-admin-rights': { of: 'one row', noun: 'customers', unconfirmed: 'closed', body: {}, ...staleVersion },
  'POST /customers/{id}/extend-relationship': {
    of: 'one row', noun: 'customers', unconfirmed: 'closed', ...staleVersion,
    body: { providerId: organizationId('wideworld'), customerConsents: true },
  },
  'GET /my-partners': { of: 'self' },
  'GET /my-partners/claims': { of: 'self' },
  'POST /my-partners/{partnerId}/dispute': { of: 'own partner' },
  'POST /my-partners/{partnerId}/withdraw-dispute': { of: 'own partner' },
  'GET /my-partners/agreement': { of: 'self' },
  'POST /my-partners/{partnerId}/remove-delegated-admin': { of: 'own partner' },
  'POST /my-partners/{partnerId}/grant-delegated-admin': { of: 'own partner' },
  'GET /rules': { of: 'nobody' },
  'GET /delegated-admin/relationships': { of: 'own rows', noun: 'delegated-admin', search: true },
  'POST /delegated-admin/relationships': {
    of: 'new rows',
    body: {
      displayName: 'For-{foreign}', duration: 'P30D', customer: { tenantId: '{foreign}' },
      accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.read_directory }] },
    },
  },
  'GET /delegated-admin/relationships/name-taken': { of: 'self' },
  'GET /delegated-admin/relationships/{id}': { of: 'one row', noun: 'delegated-admin' },
  'PATCH /delegated-admin/relationships/{id}': {
    of: 'one row', noun: 'delegated-admin', body: { autoExtendDuration: 'PT0S' }, ...staleVersion,
  },
  'DELETE /delegated-admin/relationships/{id}': { of: 'one row', noun: 'delegated-admin', ...staleVersion },
  'POST /delegated-admin/relationships/{id}/requests': {
    of: 'one row', noun: 'delegated-admin', body: { action: 'terminate' }, ...staleVersion,
  },
  'POST /delegated-admin/relationships/{id}/approve': { of: 'one row', noun: 'delegated-admin', body: {}, ...staleVersion },
  'GET /delegated-admin/relationships/{id}/message': { of: 'one row', noun: 'delegated-admin' },
  'POST /delegated-admin/relationships/{id}/send': {
    of: 'one row', noun: 'delegated-admin', body: { email: 'admin@northwind.example' }, ...staleVersion,
  },
  'GET /delegated-admin/relationships/{id}/access-assignments': { of: 'one row', noun: 'delegated-admin' },
  'POST /delegated-admin/relationships/{id}/access-assignments': {
    of: 'one row', noun: 'delegated-admin',
    body: {
      accessContainer: { accessContainerId: organizationId('contoso'), accessContainerType: 'securityGroup' },
      accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.read_directory }] },
    },
  },
  'GET /delegated-admin/relationships/{id}/access-assignments/{aid}': { of: 'one row', noun: 'assignments' },
  'PATCH /delegated-admin/relationships/{id}/access-assignments/{aid}': {
    of: 'one row', noun: 'assignments', ...staleVersion,
    body: { accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.read_directory }] } },
  },
  'DELETE /delegated-admin/relationships/{id}/access-assignments/{aid}': { of: 'one row', noun: 'assignments', ...staleVersion },
  'GET /delegated-admin/groups': { of: 'self' },
  'GET /delegated-admin/access': { of: 'self' },
  'GET /delegated-admin/expiry': { of: 'self' },
  'POST /delegated-admin/auto-extend': {
    of: 'new rows', body: { ids: ['{foreign}-00000000-0000-4000-8000-000000000000'], autoExtendDuration: 'PT0S' },
  },
  'GET /delegated-admin/roles': { of: 'self' },
  'GET /delegated-admin/templates': { of: 'own events' },
  'GET /delegated-admin/templates/drift': { of: 'own events' },
  'POST /delegated-admin/templates': { of: 'new rows', body: { name: '{foreign}', roles: [leastRoleByTask.read_directory] } },
  'PUT /delegated-admin/templates/{id}': {
    of: 'one row', noun: 'role-templates', body: { name: 'Taken over', roles: [leastRoleByTask.read_directory] }, ...staleVersion,
  },
  'DELETE /delegated-admin/templates/{id}': { of: 'one row', noun: 'role-templates', ...staleVersion },
  'POST /delegated-admin/bulk': {
    of: 'new rows',
    body: {
      dryRun: true,
      items: [{
        key: 'one', customerTenantId: '{foreign}', displayName: 'Taken-over', duration: 'P30D',
        // Avoids the names of the single request, whose maker is notified.
        accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.assign_licenses }] },
      }],
    },
  },
  'GET /delegated-admin/dap': { of: 'own events' },
  'POST /delegated-admin/dap/move': {
    of: 'new rows', body: { dryRun: true, customerTenantIds: ['{foreign}'], templateId: 'account_manager' },
  },
  'POST /partnerships': { of: 'new rows', body: { partnerId: '9999999' } },
  'POST /partnerships/{id}/authorize': { of: 'one row', noun: 'partnerships', body: { consent: true }, ...staleVersion },
  'POST /partnerships/{id}/remove': { of: 'one row', noun: 'partnerships', body: {}, ...staleVersion },
  'GET /partnerships/{id}/removal': { of: 'one row', noun: 'partnerships' },
  'GET /partnerships': { of: 'own rows', noun: 'partnerships', search: false },
  'POST /reseller-invites': { of: 'new rows', body: { tenantId: '{foreign}', displayName: 'Taken over' } },
  'GET /reseller-invites': { of: 'own rows', noun: 'reseller-invites', search: false },
  'POST /reseller-invites/{id}/link': { of: 'one row', noun: 'reseller-invites', body: {}, ...staleVersion },
  'POST /reseller-invites/{id}/withdraw': { of: 'one row', noun: 'reseller-invites', body: {}, ...staleVersion },
  'GET /joining/{providerId}/{inviteId}/{token}': { of: 'nobody' },
  'POST /joining/{providerId}/{inviteId}/{token}/authorize': { of: 'self', body: { consent: true } },
  'POST /joining/{providerId}/{inviteId}/{token}/decline': { of: 'self' },
  'GET /invitations': { of: 'own rows', noun: 'invitations', search: true },
  'POST /invitations/bulk': {
    of: 'new rows', body: { dryRun: true, items: [{ key: 'one', ...draft({ customer: { companyName: '{foreign}' } }) }] },
  },
  'POST /invitations': { of: 'new rows', body: draft({ customer: { tenantId: '{foreign}' } }) },
  'GET /invitations/funnel': { of: 'self', query: '?from=2026-01-01&to=2026-12-31' },
  'GET /invitations/{id}': { of: 'one row', noun: 'invitations' },
  'GET /invitations/{id}/message': { of: 'one row', noun: 'invitations' },
  'GET /invitations/{id}/text': { of: 'one row', noun: 'invitations' },
  'POST /invitations/{id}/message': { of: 'one row', noun: 'invitations', body: { text: 'no link' } },
  'GET /message-templates': { of: 'self' },
  'PUT /message-templates/{language}': { of: 'self' },
  'DELETE /message-templates/{language}': { of: 'self' },
  'POST /invitations/{id}/send': { of: 'one row', noun: 'invitations', body: {} },
  'POST /invitations/{id}/forward': { of: 'one row', noun: 'invitations', body: { email: 'somebody@northwind.example' } },
  'POST /invitations/{id}/reissue': { of: 'one row', noun: 'invitations', body: {} },
  'POST /invitations/{id}/link': { of: 'one row', noun: 'invitations', body: {} },
  'POST /invitations/{id}/withdraw': { of: 'one row', noun: 'invitations', body: {} },
  'POST /invitations/{id}/remind': { of: 'one row', noun: 'invitations', body: {} },
  'GET /mail/unsubscribe/{partnerId}/{invitationId}/{token}': { of: 'nobody' },
  'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}': { of: 'nobody' },
  'GET /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}': { of: 'nobody' },
  'POST /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}': { of: 'nobody' },
  'GET /reminder-settings': { of: 'self' },
  'PUT /reminder-settings': { of: 'self' },
  'GET /organization': { of: 'self' },
  'PATCH /organization': { of: 'self' },
  'GET /organization/logo': { of: 'self' },
  'PUT /organization/logo': { of: 'self' },
  'DELETE /organization/logo': { of: 'self' },
  'GET /logos/{organization}/{name}': { of: 'nobody' },
  'GET /organization/domains': { of: 'self' },
  'POST /organization/domains': { of: 'self' },
  'POST /organization/domains/{domain}/verify': { of: 'self' },
  'DELETE /organization/domains/{domain}': { of: 'self' },
  'GET /organization/agreement': { of: 'self' },
  'POST /organization/agreement': { of: 'self' },
  'GET /acceptance/{token}': { of: 'link' },
  'POST /acceptance/{token}/open': { of: 'link' },
  'POST /acceptance/{token}/accept': { of: 'link, signed in', body: { agreementAccepted: true } },
  'POST /acceptance/{token}/decline': { of: 'link, signed in', body: {} },
  'POST /acceptance/{token}/hand-over': { of: 'link, signed in', body: { email: 'admin@northwind.example' } },
  'POST /acceptance/{token}/question': { of: 'link, signed in', body: { text: 'Who are you?' } },
  'GET /relationship-requests': { of: 'own rows', noun: 'requests', search: false },
  'GET /receipts': { of: 'own rows', noun: 'receipts', search: false },
  'GET /receipts/{id}': { of: 'one row', noun: 'receipts' },
  'POST /receipts/{id}/confirm': { of: 'one row', noun: 'receipts', body: {} },
  'GET /tokens': { of: 'own events' },
  'POST /tokens': { of: 'new rows', body: { name: '{foreign}', kind: 'personal', scopes: ['read'], expiresInDays: 30 } },
  'DELETE /tokens/{id}': { of: 'one row', noun: 'tokens', ...staleVersion },
  'GET /people': { of: 'own events' },
  'PATCH /people/{id}': { of: 'one row', noun: 'people', body: { roles: [] }, ...staleVersion },
  'DELETE /people/{id}': { of: 'one row', noun: 'people', ...staleVersion },
  'POST /people/{id}/restore': { of: 'one row', noun: 'people' },
  'POST /people/{id}/erase': { of: 'one row', noun: 'people' },
  'GET /people/{id}/data': { of: 'one row', noun: 'people' },
  'DELETE /people/{id}/sessions': { of: 'one row', noun: 'people' },
  'GET /role-mapping': { of: 'self' },
  'PUT /role-mapping': { of: 'self' },
  'GET /notices': { of: 'self' },
  'PUT /notices': { of: 'self' },
  'GET /webhooks': { of: 'own events' },
  'POST /webhooks': { of: 'new rows', body: { url: 'https://{foreign}.example/', events: ['invitation-opened'] } },
  'DELETE /webhooks/{id}': { of: 'one row', noun: 'webhooks', ...staleVersion },
  'POST /webhooks/{id}/test': { of: 'one row', noun: 'webhooks', ...staleVersion },
  'GET /webhooks/{id}/deliveries': { of: 'one row', noun: 'webhooks' },
  'POST /webhooks/{id}/deliveries/{did}/redeliver': { of: 'one row', noun: 'deliveries', ...staleVersion },
  'GET /audit': { of: 'own events' },
  'GET /audit/export': { of: 'own events' },
  'GET /audit/recent': { of: 'own events' },
  'GET /audit/settings': { of: 'self' },
  'PUT /audit/settings': { of: 'self' },
  'GET /events': { of: 'own news' },
}
