import { z } from 'zod'
import { ForwardRequest } from '../invitations/schemas.ts'
import { MailDelivery } from '../mail/schemas.ts'
import { Country, OrganizationRef, Standing } from '../organizations/schemas.ts'
import { Line, Sought } from '../words-of-others/schemas.ts'
import { accessAnswers } from './assignments/rules.ts'
import { gdapAdvice } from './advice.ts'
import { gdapStatuses } from './states.ts'
import { templateIds } from './roles/templates.ts'

/** Two random GUIDs joined by a dash, so the id cannot be guessed. */
export const GdapId = z.string().toLowerCase().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)

/** Graph's `accessDetails`. */
export const AccessDetails = z.object({ unifiedRoles: z.array(z.object({ roleDefinitionId: z.uuid().toLowerCase() })).max(200) })

const NamedCustomer = z.object({ tenantId: z.uuid(), displayName: z.string() })

/** Graph's `delegatedAdminRelationship` (section 4.10), with the portal's own fields. */
export const GdapRelationshipOnWire = z.object({
  id: GdapId,
  displayName: z.string(),
  duration: z.string(),
  customer: NamedCustomer.nullable(),
  accessDetails: AccessDetails,
  status: z.enum(gdapStatuses),
  autoExtendDuration: z.string(),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
  activatedDateTime: z.iso.datetime().nullable(),
  endDateTime: z.iso.datetime().nullable(),
  indirectProviderTenantId: z.uuid().nullable(),
  isPartnerConsentPending: z.boolean(),
  partner: OrganizationRef,
  /** When it entered its status. */
  since: z.iso.datetime(),
  /** When an unanswered request lapses (BR-79); null in every other status. */
  lapsesAt: z.iso.datetime().nullable(),
  /** Why it will not extend itself; null when it will, or when it is not active. */
  endsBecause: z.enum(['global_administrator', 'not_asked_for']).nullable(),
  /** BR-76. */
  isSystemCreated: z.boolean(),
  /** Whether the partner's customer list has the customer: approving a request does not add it (BR-101). */
  hasResellerRelationship: z.boolean(),
  hasDap: z.boolean(),
  activeAssignments: z.number().int(),
  etag: z.string(),
})
export type GdapRelationshipOnWire = z.infer<typeof GdapRelationshipOnWire>

/**
 * One relationship, with the links for the customer: the portal's own and Microsoft's documented one (P4). Advice and mails are empty for
 * everybody but the partner.
 */
export const GdapRelationshipDetail = GdapRelationshipOnWire.extend({
  /** Tells partners of the same name apart. */
  partnerProfile: z.object({ domain: z.string(), country: Country, standing: Standing }),
  /** The provider that made it for its reseller; null where nobody did or the portal does not know. */
  indirectProviderName: z.string().nullable(),
  approvalLink: z.string().nullable(),
  microsoftLink: z.string().nullable(),
  history: z.array(z.object({ at: z.iso.datetime(), action: z.string(), by: z.string(), organization: z.string() })),
  /** What the customer approved, whatever changed since; absent where nobody has approved or the record was not kept. */
  approved: z.object({ roles: z.array(z.uuid()), duration: z.string() }).optional(),
  advice: z.array(z.enum(gdapAdvice)),
  /** The mails that carried the request. */
  mails: z.array(MailDelivery),
  /** The sides that get a mail when it ends; empty where the host sends none, and for one that is not active. */
  notified: z.array(z.enum(['partner', 'customer'])),
})
export type GdapRelationshipDetail = z.infer<typeof GdapRelationshipDetail>

/** POST /api/delegated-admin/relationships. A provider that names its reseller makes the request for it; the reseller consents first. */
export const GdapDraft = z
  .object({
    displayName: Line(200),
    duration: z.string().max(20),
    customer: z.object({ tenantId: z.uuid() }).nullable().optional(),
    accessDetails: AccessDetails,
    autoExtendDuration: z.string().max(20).default('PT0S'),
    resellerId: z.uuid().optional(),
  })
  .strict()
export type GdapDraft = z.infer<typeof GdapDraft>

/** PATCH …/:id: everything of a draft; of an active one auto-extend, or the roles without Global administrator (BR-88). */
export const GdapChange = GdapDraft.omit({ resellerId: true, autoExtendDuration: true })
  .partial()
  .extend({ autoExtendDuration: z.string().max(20).optional() })
  .strict()
  .refine((change) => Object.values(change).some((value) => value !== undefined))
export type GdapChange = z.infer<typeof GdapChange>

/** POST …/:id/requests, Graph's `delegatedAdminRelationshipRequest`. */
export const GdapRequest = z.object({ action: z.enum(['lockForApproval', 'approve', 'reject', 'terminate']) }).strict()

export type GdapRequest = z.infer<typeof GdapRequest>

/** The result of a request: its action and whether it is done. */
export const GdapRequestOnWire = z.object({
  id: z.uuid(),
  action: GdapRequest.shape.action,
  status: z.enum(['pending', 'succeeded']),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
})
export type GdapRequestOnWire = z.infer<typeof GdapRequestOnWire>

/** POST …/:id/send: the addressee, and texts that replace the portal's own. A host without mail only records it. */
export const GdapSendRequest = ForwardRequest
export type GdapSendRequest = z.infer<typeof GdapSendRequest>

/** Graph's `delegatedAdminAccessAssignment`. */
export const AccessAssignmentOnWire = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'active', 'deleting', 'deleted', 'error']),
  accessContainer: z.object({ accessContainerId: z.uuid(), accessContainerType: z.literal('securityGroup'), displayName: z.string() }),
  accessDetails: AccessDetails,
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
  since: z.iso.datetime(),
  etag: z.string(),
})
export type AccessAssignmentOnWire = z.infer<typeof AccessAssignmentOnWire>

/** GET /api/delegated-admin/access: each relationship with the customer, the group's assignment in it, and the access it gives. */
export const AccessExplained = z.object({
  answer: z.enum(accessAnswers),
  path: z.array(
    z.object({
      answer: z.enum(accessAnswers),
      relationship: GdapRelationshipOnWire.pick({ id: true, displayName: true, status: true, endDateTime: true }),
      assignment: AccessAssignmentOnWire.nullable(),
    }),
  ),
})
export type AccessExplained = z.infer<typeof AccessExplained>

/** POST …/:id/access-assignments: one security group at a time (BR-93). */
export const AssignmentDraft = z
  .object({
    accessContainer: z.object({ accessContainerId: z.uuid(), accessContainerType: z.literal('securityGroup') }).strict(),
    accessDetails: AccessDetails,
  })
  .strict()

/** PATCH …/:aid. */
export const AssignmentChange = z.object({ accessDetails: AccessDetails }).strict()

export const PartnerGroup = z.object({ id: z.uuid(), displayName: z.string() })
export type PartnerGroup = z.infer<typeof PartnerGroup>

/** GET /api/delegated-admin/relationships: the list's query. */
export const GdapView = z.object({
  status: z.enum(gdapStatuses).optional(),
  /** A column of the board, or active relationships that end within so many days. */
  bucket: z.enum(['expired', 'within_7', 'within_30', 'within_90', 'later', 'next_30', 'next_60', 'next_90']).optional(),
  /** Only those that will not extend themselves. */
  ends: z.enum(['true']).optional(),
  blockedBy: z.enum(['global_administrator']).optional(),
  customer: z.uuid().optional(),
  search: Sought.optional(),
  sort: z.enum(['displayName', 'endDateTime', '-createdDateTime']).optional(),
})
export type GdapView = z.infer<typeof GdapView>

/** GET /api/delegated-admin/expiry: the number of relationships in each column of the board. */
export const ExpiryBoard = z.object({
  expired: z.number().int(),
  within_7: z.number().int(),
  within_30: z.number().int(),
  within_90: z.number().int(),
  later: z.number().int(),
  /** How many active ones will end for good, and how many of these because of Global administrator. */
  willNotRenew: z.number().int(),
  blockedByGlobalAdministrator: z.number().int(),
})
export type ExpiryBoard = z.infer<typeof ExpiryBoard>

/** POST /api/delegated-admin/auto-extend: an outcome for each id, in order. */
export const AutoExtendRequest = z
  .strictObject({
    ids: z.array(GdapId).min(1).max(500),
    autoExtendDuration: z.string().max(20),
    /** The `etag` of each of `ids`; one that has changed since is left as it is. */
    etags: z.array(z.string().max(40)).max(500).optional(),
  })
  .refine(({ ids, etags }) => etags === undefined || etags.length === ids.length, { path: ['etags'] })
export const AutoExtendOutcome = z.object({
  id: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'refused', 'not_found']),
  problem: z.object({ code: z.string(), rule: z.string().optional(), detail: z.string() }).nullable(),
  /** The new `etag` of what changed, with which this change alone can be undone. */
  etag: z.string().optional(),
})
export type AutoExtendOutcome = z.infer<typeof AutoExtendOutcome>

/** GET /api/delegated-admin/roles: a built-in role in the caller's language; search also finds its English name. */
export const RoleInWords = z.object({
  id: z.uuid(), name: z.string(), englishName: z.string(), allows: z.string(), isPrivileged: z.boolean(),
})
export type RoleInWords = z.infer<typeof RoleInWords>

/** What changed since the catalogue's previous version. */
export const RoleChanges = z.object({
  version: z.string(),
  before: z.string(),
  added: z.array(z.object({ roleId: z.uuid(), since: z.string() })),
  removed: z.array(z.object({ roleId: z.uuid(), name: z.string() })),
})

/** A task in words and the least role for it (BR-102a). */
export const TaskInWords = z.object({ task: z.string(), roleId: z.uuid(), words: z.string() })

/** A built-in template for a job, or one of the partner's own. */
export const RoleTemplate = z.object({
  id: z.string(),
  builtIn: z.enum(templateIds).nullable(),
  name: z.string(),
  roles: z.array(z.uuid()),
  /** Roles that the catalogue no longer has. */
  removedRoles: z.array(z.uuid()),
  warning: z.union([z.literal('global_administrator'), z.null()]),
  etag: z.string().nullable(),
})
export type RoleTemplate = z.infer<typeof RoleTemplate>

/** POST /api/delegated-admin/templates and PUT …/:id. */
export const RoleTemplateDraft = z
  .object({ name: Line(50).min(1), roles: z.array(z.uuid().toLowerCase()).max(200) })
  .strict()
export type RoleTemplateDraft = z.infer<typeof RoleTemplateDraft>

/** GET /api/delegated-admin/templates/drift: live relationships that resemble a template and differ from it, at most 200 of each. */
export const TemplateDrift = z.object({
  templateId: z.string(),
  name: z.string(),
  /** Counts those left out as well. */
  count: z.number().int(),
  relationships: z.array(
    z.object({
      id: GdapId, displayName: z.string(), customer: NamedCustomer.nullable(),
      missing: z.array(z.uuid()),
      extra: z.array(z.uuid()),
    }),
  ),
})
export type TemplateDrift = z.infer<typeof TemplateDrift>
