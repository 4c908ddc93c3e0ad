import { z } from 'zod'
import { clouds } from '../organizations/kinds.ts'
import { Country, OrganizationRef } from '../organizations/schemas.ts'
import { locales } from '../session/locales.ts'
import { services } from '../subscriptions/channels.ts'
import { deliveries, invitationStates, turns, unchangedByAcceptance } from './states.ts'

const Domain = z.string().trim().toLowerCase().max(253).regex(/^[^\s@/]+\.[^\s@/]+$/)

/** Goes into subjects and headings, so it is one line, and nothing in it turns the text around it round. */
const Line = z.string().trim().regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u)

/** The customer as the maker names it; every part is optional, the tenant decides when it is given. */
export const InvitedCustomer = z.object({
  tenantId: z.string().trim().toLowerCase().pipe(z.uuid()).optional(),
  companyName: Line.min(1).max(200).optional(),
  domain: Domain.optional(),
  email: z.string().trim().max(254).pipe(z.email()).optional(),
  country: Country.optional(),
})
export type InvitedCustomer = z.infer<typeof InvitedCustomer>

/** POST /api/invitations. Days run from now; the link's language is the customer's. */
export const InvitationDraft = z
  .object({
    delivery: z.enum(deliveries),
    resellerId: z.uuid().optional(),
    customer: InvitedCustomer.optional(),
    reusable: z.boolean(),
    includeDap: z.boolean(),
    /** What the partner will sell; none: admin rights only (BR-23). */
    services: z.array(z.enum(services)).max(services.length).optional(),
    language: z.enum(locales),
    expiresInDays: z.number().int().min(1).max(365),
    note: z.string().max(10_000).optional(),
  })
  .strict()
export type InvitationDraft = z.infer<typeof InvitationDraft>

const Forward = z.object({ at: z.iso.datetime(), by: z.string(), email: z.string() })

export const HistoryEntry = z.object({ at: z.iso.datetime(), action: z.string(), by: z.string(), organization: z.string() })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** An invitation as its maker and the reseller it was handed to see it. Never holds the token. */
export const Invitation = z.object({
  id: z.uuid(),
  state: z.enum(invitationStates),
  /** Since when it is in this state. */
  since: z.iso.datetime(),
  turn: z.enum(turns),
  inviter: OrganizationRef,
  delivery: z.enum(deliveries),
  reseller: OrganizationRef.nullable(),
  customer: InvitedCustomer.nullable(),
  reusable: z.boolean(),
  includeDap: z.boolean(),
  /** What the partner said that it will sell. */
  services: z.array(z.enum(services)),
  language: z.enum(locales),
  expiresAt: z.iso.datetime(),
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  forwards: z.array(Forward),
  /** How many customers have accepted; at most 1 unless reusable. */
  acceptedCount: z.number().int(),
  acceptedBy: OrganizationRef.nullable(),
  declineReason: z.string().nullable(),
  microsoftLink: z.string().nullable(),
  etag: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** A mail's subject and text, in the language that was asked for, with the link on a line of its own. */
export const InvitationMessage = z.object({
  language: z.enum(locales), subject: z.string(), text: z.string(), link: z.string(),
})
export type InvitationMessage = z.infer<typeof InvitationMessage>

/** The answer to create and reissue, the only ones that carry the link; `message` is the mail that the maker sends. */
export const InvitationWithLink = Invitation.extend({ link: z.string(), message: InvitationMessage })
export type InvitationWithLink = z.infer<typeof InvitationWithLink>

export const InvitationDetail = Invitation.extend({ history: z.array(HistoryEntry) })
export type InvitationDetail = z.infer<typeof InvitationDetail>

/** POST /api/invitations/:id/forward. */
export const ForwardRequest = z.object({ email: z.string().trim().max(254).pipe(z.email()) }).strict()

/** POST /api/invitations/:id/reissue. Without days a period that still runs is kept; a lapsed invitation gets 30. */
export const ReissueRequest = z.object({ expiresInDays: z.number().int().min(1).max(365).optional() }).strict()

/** GET /api/invitations: the list's query. `lapsed` and `turn` follow the clock. */
export const InvitationsView = z.object({
  state: z.enum(invitationStates).optional(),
  turn: z.enum(turns).optional(),
  search: z.string().trim().max(200).optional(),
})
export type InvitationsView = z.infer<typeof InvitationsView>

/** POST /api/acceptance/:token/accept. */
export const AcceptRequest = z.object({ agreementAccepted: z.boolean().optional() }).strict()

/** POST /api/acceptance/:token/decline. */
export const DeclineRequest = z.object({ reason: z.string().trim().max(2_000).optional() }).strict()

/** GET /api/acceptance/:token: what a customer reads before signing in. */
export const Acceptance = z.object({
  state: z.enum(invitationStates),
  language: z.enum(locales),
  cloud: z.enum(clouds),
  inviter: z.object({ displayName: z.string(), domain: z.string(), country: Country }),
  through: z.object({ displayName: z.string(), domain: z.string() }).nullable(),
  /** The named customer, so that the signed-in tenant can be compared before the last click. */
  invited: z.object({ companyName: z.string().nullable(), tenantId: z.string().nullable() }).nullable(),
  asks: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  doesNotChange: z.array(z.enum(unchangedByAcceptance)),
  agreement: z.enum(['asked', 'not_applicable']),
  expiresAt: z.iso.datetime(),
})
export type Acceptance = z.infer<typeof Acceptance>

/** What the customer keeps; also the row behind it. */
export const Receipt = z.object({
  id: z.uuid(),
  answer: z.enum(['accepted', 'declined']),
  at: z.iso.datetime(),
  by: z.string(),
  tenant: OrganizationRef,
  inviter: OrganizationRef,
  through: OrganizationRef.nullable(),
  granted: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  unchanged: z.array(z.enum(unchangedByAcceptance)),
  reason: z.string().nullable(),
})
export type Receipt = z.infer<typeof Receipt>
