import { z } from 'zod'
import { ForwardRequest } from '../invitations/schemas.ts'
import { MailDelivery } from '../mail/schemas.ts'
import { Country, OrganizationRef } from '../organizations/schemas.ts'
import { Line, Sought } from '../words-of-others/schemas.ts'
import { accessAnswers } from './assignments/rules.ts'
import { gdapAdvice } from './advice.ts'
import { gdapStatuses } from './states.ts'
import { templateIds } from './roles/templates.ts'

/** Two GUIDs joined by a dash; made by chance, so that whoever knows it was given it. */
export const GdapId = z.string().toLowerCase().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)

/** Graph's `accessDetails`. */
export const AccessDetails = z.object({ unifiedRoles: z.array(z.object({ roleDefinitionId: z.uuid().toLowerCase() })).max(200) })

const NamedCustomer = z.object({ tenantId: z.uuid(), displayName: z.string() })

/** Graph's `delegatedAdminRelationship` (section 4.10), and what the portal knows beside it. */
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
  /** Since when it is in its status. */
  since: z.iso.datetime(),
  /** When an unanswered request lapses (BR-79); null in every other status. */
  lapsesAt: z.iso.datetime().nullable(),
  /** Why it will not go on by itself; null when it will or when it does not stand. */
  endsBecause: z.enum(['global_administrator', 'not_asked_for']).nullable(),
  /** BR-76. */
  isSystemCreated: z.boolean(),
  /** Whether the customer is in the partner's list: approving a request does not put it there (BR-101). */
  hasResellerRelationship: z.boolean(),
  /** Whether delegated admin privileges stand beside it (BR-99). */
  hasDap: z.boolean(),
  activeAssignments: z.number().int(),
  etag: z.string(),
})
export type GdapRelationshipOnWire = z.infer<typeof GdapRelationshipOnWire>

/**
 * The answer to one relationship: with the links that the customer is sent, the portal's own and Microsoft's documented one (P4). Advice
 * and mails are for the partner whose it is, and empty for everybody else.
 */
export const GdapRelationshipDetail = GdapRelationshipOnWire.extend({
  /** What tells the partner apart from another of its name. */
  partnerProfile: z.object({ domain: z.string(), country: Country }),
  /** Of the provider that made it for its reseller; null where nobody did, or it is not known here. */
  indirectProviderName: z.string().nullable(),
  approvalLink: z.string().nullable(),
  microsoftLink: z.string().nullable(),
  history: z.array(z.object({ at: z.iso.datetime(), action: z.string(), by: z.string(), organization: z.string() })),
  /** What the customer said yes to, whatever has become of it since; absent where nobody has, or it was not kept. */
  approved: z.object({ roles: z.array(z.uuid()), duration: z.string() }).optional(),
  advice: z.array(z.enum(gdapAdvice)),
  /** Those that carried the request. */
  mails: z.array(MailDelivery),
  /** Whose people get a mail when it ends; empty where no mail leaves, and for what does not stand. */
  told: z.array(z.enum(['partner', 'customer'])),
})
export type GdapRelationshipDetail = z.infer<typeof GdapRelationshipDetail>

/** POST /api/delegated-admin/relationships. A provider that names its reseller makes it for that one, which consents first. */
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

/** PATCH …/:id: everything of a draft; of one that stands auto-extend, or the roles without Global administrator (BR-88). */
export const GdapChange = GdapDraft.omit({ resellerId: true, autoExtendDuration: true })
  .partial()
  .extend({ autoExtendDuration: z.string().max(20).optional() })
  .strict()
  .refine((change) => Object.values(change).some((value) => value !== undefined))
export type GdapChange = z.infer<typeof GdapChange>

/** POST …/:id/requests, Graph's `delegatedAdminRelationshipRequest`. */
export const GdapRequest = z.object({ action: z.enum(['lockForApproval', 'approve', 'reject', 'terminate']) }).strict()

export type GdapRequest = z.infer<typeof GdapRequest>

/** Its answer: what was asked for, and whether it is done. */
export const GdapRequestOnWire = z.object({
  id: z.uuid(),
  action: GdapRequest.shape.action,
  status: z.enum(['pending', 'succeeded']),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
})
export type GdapRequestOnWire = z.infer<typeof GdapRequestOnWire>

/** POST …/:id/send: to whom, and what is not as the portal writes it. Without mail on this host, sending is recorded alone. */
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

/** GET /api/delegated-admin/access: each relationship with the customer, the group's assignment in it, and what that one alone gives. */
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

/** A security group of the partner's own directory. */
export const PartnerGroup = z.object({ id: z.uuid(), displayName: z.string() })
export type PartnerGroup = z.infer<typeof PartnerGroup>

/** GET /api/delegated-admin/relationships: the list's query. */
export const GdapView = z.object({
  status: z.enum(gdapStatuses).optional(),
  /** A column of the board; or what stands and ends within so many days, across the columns. */
  bucket: z.enum(['expired', 'within_7', 'within_30', 'within_90', 'later', 'next_30', 'next_60', 'next_90']).optional(),
  /** Only those that will not go on by themselves. */
  ends: z.enum(['true']).optional(),
  blockedBy: z.enum(['global_administrator']).optional(),
  customer: z.uuid().optional(),
  search: Sought.optional(),
  sort: z.enum(['displayName', 'endDateTime', '-createdDateTime']).optional(),
})
export type GdapView = z.infer<typeof GdapView>

/** GET /api/delegated-admin/expiry: how many stand in each column of the board. */
export const ExpiryBoard = z.object({
  expired: z.number().int(),
  within_7: z.number().int(),
  within_30: z.number().int(),
  within_90: z.number().int(),
  later: z.number().int(),
  /** Of those that stand: how many end for good, and how many of these because of Global administrator. */
  willNotRenew: z.number().int(),
  blockedByGlobalAdministrator: z.number().int(),
})
export type ExpiryBoard = z.infer<typeof ExpiryBoard>

/** POST /api/delegated-admin/auto-extend; an outcome for each id, in their order. */
export const AutoExtendRequest = z
  .strictObject({
    ids: z.array(GdapId).min(1).max(500),
    autoExtendDuration: z.string().max(20),
    /** The `etag` of each, in the order of `ids`: what has another by now is left as it is. */
    etags: z.array(z.string().max(40)).max(500).optional(),
  })
  .refine(({ ids, etags }) => etags === undefined || etags.length === ids.length, { path: ['etags'] })
export const AutoExtendOutcome = z.object({
  id: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'refused', 'not_found']),
  problem: z.object({ code: z.string(), rule: z.string().optional(), detail: z.string() }).nullable(),
  /** Of what was changed: its `etag` since, by which this change alone can be taken back. */
  etag: z.string().optional(),
})
export type AutoExtendOutcome = z.infer<typeof AutoExtendOutcome>

/** GET /api/delegated-admin/roles: a built-in role, named and explained in the caller's language; its English name is found everywhere. */
export const RoleInWords = z.object({
  id: z.uuid(), name: z.string(), englishName: z.string(), allows: z.string(), isPrivileged: z.boolean(),
})
export type RoleInWords = z.infer<typeof RoleInWords>

/** What came and went since the version of the catalogue before. */
export const RoleChanges = z.object({
  version: z.string(),
  before: z.string(),
  added: z.array(z.object({ roleId: z.uuid(), since: z.string() })),
  removed: z.array(z.object({ roleId: z.uuid(), name: z.string() })),
})

/** A task, in words, and the least role that lets somebody do it (BR-102a). */
export const TaskInWords = z.object({ task: z.string(), roleId: z.uuid(), words: z.string() })

/** A template: one of the built-in ones by job, or the partner's own. */
export const RoleTemplate = z.object({
  id: z.string(),
  builtIn: z.enum(templateIds).nullable(),
  name: z.string(),
  roles: z.array(z.uuid()),
  /** Those of its roles that the catalogue has no longer. */
  removedRoles: z.array(z.uuid()),
  warning: z.literal('global_administrator').nullable(),
  etag: z.string().nullable(),
})
export type RoleTemplate = z.infer<typeof RoleTemplate>

/** POST /api/delegated-admin/templates and PUT …/:id. */
export const RoleTemplateDraft = z
  .object({ name: Line(50).min(1), roles: z.array(z.uuid().toLowerCase()).max(200) })
  .strict()
export type RoleTemplateDraft = z.infer<typeof RoleTemplateDraft>

/** GET /api/delegated-admin/templates/drift: the live relationships that are near a template and differ from it, at most 200 of each. */
export const TemplateDrift = z.object({
  templateId: z.string(),
  name: z.string(),
  /** How many differ, also those that are left out. */
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
