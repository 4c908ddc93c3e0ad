import type { acceptanceRoutes } from '../acceptance/descriptions.ts'
import type { auditRoutes } from '../audit/descriptions.ts'
import type { bulkInvitationRoutes } from '../bulk-invitations/routes.ts'
import type { bulkRelationshipRoutes } from '../bulk-relationships/routes.ts'
import type { customerDescriptionRoutes } from '../customers/describe.ts'
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

type KeyOf<Route> = Route extends { method: infer Method extends string; path: infer Path extends string }
  ? `${Uppercase<Method>} ${Path}`
  : never
type KeysOf<Group> = Group extends unknown ? KeyOf<Group[keyof Group]> : never

type Groups =
  | typeof acceptanceRoutes | typeof auditRoutes | typeof bulkInvitationRoutes | typeof bulkRelationshipRoutes
  | typeof customerImportRoutes | typeof customerRoutes | typeof customerDescriptionRoutes
  | typeof gdapRoutes | typeof gdapVerbRoutes | typeof gdapMessageRoutes
  | typeof gdapAssignmentRoutes | typeof gdapExpiryRoutes | typeof eventRoutes | typeof funnelRoutes | typeof invitationRoutes
  | typeof invitationVerbRoutes | typeof partnershipRoutes | typeof receiptRoutes | typeof messageTemplateRoutes | typeof myPartnerRoutes
  | typeof partnershipVerbRoutes | typeof relationshipRequestRoutes | typeof relationshipRoutes | typeof reminderRoutes
  | typeof roleTemplateRoutes | typeof ruleRoutes | typeof sessionRoutes | typeof signInRoutes | typeof ownSessionRoutes
  | typeof backChannelLogoutRoutes | typeof subscriptionRoutes | typeof tenantClaimRoutes | typeof tokenRoutes
  | typeof unsubscribeRoutes | typeof organizationRoutes | typeof organizationDomainRoutes | typeof organizationLogoRoutes
  | typeof peopleRoutes | typeof webhookRoutes | typeof noticeRoutes | typeof resellerInviteRoutes | typeof joiningRoutes
  | typeof programmeAgreementRoutes

/** A route by its method and path. */
export type RouteKey = KeysOf<Groups> | 'GET /openapi.json'
