import { z } from 'zod'
import { CloudPolicy } from '../clouds/schemas.ts'
import { MailDelivery } from '../mail/schemas.ts'
import { clouds } from '../organizations/kinds.ts'
import { Country, OrganizationRef, Standing } from '../organizations/schemas.ts'
import { requestKinds } from '../relationship-requests/kinds.ts'
import { locales } from '../session/locales.ts'
import { services } from '../subscriptions/channels.ts'
import { Address, DomainName, Line, Lines, Sought, TenantId } from '../words-of-others/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'
import { deliveries, invitationStates, turns, unchangedByAcceptance } from './states.ts'

/** The customer as the maker names it; every part is optional, and a given tenant decides. */
export const InvitedCustomer = z.object({
  tenantId: TenantId.optional(),
  companyName: Line(longest.name).min(1).optional(),
  domain: DomainName.optional(),
  email: Address.optional(),
  country: Country.optional(),
})
export type InvitedCustomer = z.infer<typeof InvitedCustomer>

/** POST /api/invitations. Days count from now; `language` is the customer's. */
export const InvitationDraft = z
  .object({
    /** Absent: a new relationship (BR-46). */
    kind: z.enum(requestKinds).optional(),
    delivery: z.enum(deliveries),
    resellerId: z.uuid().optional(),
    customer: InvitedCustomer.optional(),
    reusable: z.boolean(),
    includeDap: z.boolean(),
    /** What the partner will sell. An empty list takes no service's only place, and grants the same rights (BR-23, BR-28). */
    services: z.array(z.enum(services)).max(services.length).optional(),
    language: z.enum(locales),
    expiresInDays: z.number().int().min(1).max(365),
    note: Lines(longest.note).optional(),
  })
  .strict()
export type InvitationDraft = z.infer<typeof InvitationDraft>

const answers = ['accepted', 'declined'] as const

const InvitationFailure = z.object({ at: z.iso.datetime(), code: z.string(), rule: z.string() })
export type InvitationFailure = z.infer<typeof InvitationFailure>

/** What is known of an invitation's way at the customer; never the reader, the address or the program. */
const InvitationTracking = z.object({
  /** Counts every fetch of the link, also by mail scanners. */
  fetchedCount: z.number().int(),
  /** When a person first had the page open in a browser. */
  firstOpenedAt: z.iso.datetime().nullable(),
  lastOpenedAt: z.iso.datetime().nullable(),
  signedInAt: z.iso.datetime().nullable(),
  /** When an administrator of the customer was last asked to answer. */
  handedToAdminAt: z.iso.datetime().nullable(),
  /** Null once it has succeeded. */
  failure: InvitationFailure.nullable(),
  /** When the customer reported that it confirmed the relationship in its admin center; nobody verifies it. */
  confirmedAt: z.iso.datetime().nullable(),
})
export type InvitationTracking = z.infer<typeof InvitationTracking>

const Forward = z.object({ at: z.iso.datetime(), by: z.string(), email: z.string() })

export const HistoryEntry = z.object({ at: z.iso.datetime(), action: z.string(), by: z.string(), organization: z.string() })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** An invitation as its maker and its reseller see it. Never holds the token. */
export const Invitation = z.object({
  id: z.uuid(),
  state: z.enum(invitationStates),
  since: z.iso.datetime(),
  turn: z.enum(turns),
  inviter: OrganizationRef,
  /** Absent: a new relationship; `restore` asks a customer for DAP again (BR-46). */
  kind: z.enum(requestKinds).optional(),
  delivery: z.enum(deliveries),
  reseller: OrganizationRef.nullable(),
  customer: InvitedCustomer.nullable(),
  reusable: z.boolean(),
  includeDap: z.boolean(),
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
  /** How many have declined; at most 1 unless reusable. */
  declinedCount: z.number().int(),
  declineReason: z.string().nullable(),
  tracking: InvitationTracking,
  microsoftLink: z.string().nullable(),
  /** Since when the one who must act is overdue; null while in time. */
  overdueSince: z.iso.datetime().nullable(),
  /** What happens by itself next; null when nothing does. */
  nextEvent: z.object({ kind: z.enum(['reminder', 'lapse']), at: z.iso.datetime() }).nullable(),
  remindedAt: z.iso.datetime().nullable(),
  remindersStoppedAt: z.iso.datetime().nullable(),
  etag: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** A mail's subject and text in the requested language, with the link on a line of its own. */
export const InvitationMessage = z.object({
  language: z.enum(locales),
  subject: z.string(),
  text: z.string(),
  link: z.string(),
  /** The label of the link's button. */
  button: z.string(),
  /** One or two sentences with the link, for a chat. */
  chat: z.string(),
})
export type InvitationMessage = z.infer<typeof InvitationMessage>

/** The same for its maker, with `linkMark` in place of the link. */
export const InvitationText = InvitationMessage.omit({ link: true })
export type InvitationText = z.infer<typeof InvitationText>

/** POST /api/invitations/:id/message: an edited text. */
export const MessageCheck = z.object({ text: Lines(longest.message) }).strict()

/** The response to create, reissue and show, the only ones with the link; `message` is the maker's mail. */
export const InvitationWithLink = Invitation.extend({ link: z.string(), message: InvitationMessage })
export type InvitationWithLink = z.infer<typeof InvitationWithLink>

/** A customer's question, and the address for the answer. */
export const InvitationQuestion = z.object({
  at: z.iso.datetime(), by: z.string(), email: z.string(), organization: z.string(), text: z.string(),
})
export type InvitationQuestion = z.infer<typeof InvitationQuestion>

/** A customer's answer, and its reason in its own words. */
export const InvitationAnswer = z.object({
  at: z.iso.datetime(), organization: z.string(), answer: z.enum(answers), reason: z.string().nullable(),
})
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

export const InvitationDetail = Invitation.extend({
  history: z.array(HistoryEntry),
  mails: z.array(MailDelivery),
  questions: z.array(InvitationQuestion),
  /** The newest 100. */
  answers: z.array(InvitationAnswer),
})
export type InvitationDetail = z.infer<typeof InvitationDetail>

/** An edited mail; the portal writes absent parts. The language is the invitation's unless given. A text keeps the exact link (BR-38). */
const EditedMessage = z.object({
  language: z.enum(locales).optional(),
  subject: Line(longest.subject).min(1).optional(),
  text: Lines(longest.message).min(1).optional(),
})

/** POST /api/invitations/:id/send. Defaults to the named customer's address; without one, only records the sending. */
export const SendRequest = EditedMessage.extend({ email: Address.optional() }).strict()
export type SendRequest = z.infer<typeof SendRequest>

/** POST /api/invitations/:id/forward. */
export const ForwardRequest = EditedMessage.extend({ email: Address }).strict()
export type ForwardRequest = z.infer<typeof ForwardRequest>

/** POST /api/invitations/:id/reissue. Without days, a running period stays and a lapsed invitation gets 30. */
export const ReissueRequest = z.object({ expiresInDays: z.number().int().min(1).max(365).optional() }).strict()

/** GET /api/invitations: the list's query. `lapsed` and `turn` depend on the time. */
export const InvitationsView = z.object({
  state: z.enum(invitationStates).optional(),
  turn: z.enum(turns).optional(),
  /** `true`: only overdue ones. */
  overdue: z.literal('true').optional(),
  search: Sought.optional(),
})
export type InvitationsView = z.infer<typeof InvitationsView>

/** POST /api/acceptance/:token/accept. */
export const AcceptRequest = z.object({ agreementAccepted: z.boolean().optional() }).strict()

/** POST /api/acceptance/:token/decline. */
export const DeclineRequest = z.object({ reason: Lines(longest.said).trim().optional() }).strict()

/** GET /api/acceptance/:token: what a customer reads before signing in. */
export const Acceptance = z.object({
  state: z.enum(invitationStates),
  language: z.enum(locales),
  cloud: z.enum(clouds),
  inviter: z.object({ displayName: z.string(), domain: z.string(), country: Country, standing: Standing }),
  through: z.object({ displayName: z.string(), domain: z.string() }).nullable(),
  /** The seller after an acceptance. */
  seller: z.enum(['inviter', 'through']),
  /** The contact: its maker or, after a forward, the reseller's sender. No address where it is uncertain. */
  contact: z.object({ person: z.string(), organization: z.string(), email: z.string().nullable() }),
  /** The named customer, for comparison with the signed-in tenant. */
  invited: z.object({ companyName: z.string().nullable(), tenantId: z.string().nullable() }).nullable(),
  asks: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  doesNotChange: z.array(z.enum(unchangedByAcceptance)),
  /** The rules of acceptance in the partner's cloud. */
  policy: CloudPolicy.pick({ acceptancePlace: true, multiPartner: true, customerAgreement: true }),
  agreement: z.enum(['asked', 'not_applicable']),
  expiresAt: z.iso.datetime(),
  /** The answer of the reader's own organisation through this link; null for others and for readers who are not signed in. */
  answered: z
    .object({
      answer: z.enum(answers), at: z.iso.datetime(), by: z.string(), receiptId: z.uuid(),
      /** Whether the relationship of an acceptance has ended. */
      hasEnded: z.boolean(),
    })
    .nullable(),
  /** Which asks the reader's own organisation has granted to the partner already; empty for others. */
  stands: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
})
export type Acceptance = z.infer<typeof Acceptance>

/** The customer's receipt; also its row. */
export const Receipt = z.object({
  id: z.uuid(),
  answer: z.enum(answers),
  at: z.iso.datetime(),
  by: z.string(),
  tenant: OrganizationRef,
  inviter: OrganizationRef,
  through: OrganizationRef.nullable(),
  granted: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  /** What the customer had granted already; the answer did not change it. */
  stood: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  unchanged: z.array(z.enum(unchangedByAcceptance)),
  reason: z.string().nullable(),
  /** When the customer reported that it confirmed the relationship in its admin center. */
  confirmedAt: z.iso.datetime().nullable(),
})
export type Receipt = z.infer<typeof Receipt>

/** GET /api/receipts/:id: the receipt, and whether the relationship has ended. */
export const ReceiptDetail = Receipt.extend({ hasEnded: z.boolean() })
export type ReceiptDetail = z.infer<typeof ReceiptDetail>
