import { z } from 'zod'
import { CloudPolicy } from '../clouds/schemas.ts'
import { MailDelivery } from '../mail/schemas.ts'
import { clouds } from '../organizations/kinds.ts'
import { Country, OrganizationRef } from '../organizations/schemas.ts'
import { requestKinds } from '../relationship-requests/kinds.ts'
import { locales } from '../session/locales.ts'
import { services } from '../subscriptions/channels.ts'
import { Address, DomainName, Line, Lines, Sought, TenantId } from '../words-of-others/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'
import { deliveries, invitationStates, turns, unchangedByAcceptance } from './states.ts'

/** The customer as the maker names it; every part is optional, the tenant decides when it is given. */
export const InvitedCustomer = z.object({
  tenantId: TenantId.optional(),
  companyName: Line(longest.name).min(1).optional(),
  domain: DomainName.optional(),
  email: Address.optional(),
  country: Country.optional(),
})
export type InvitedCustomer = z.infer<typeof InvitedCustomer>

/** POST /api/invitations. Days run from now; the link's language is the customer's. */
export const InvitationDraft = z
  .object({
    /** Absent: a new relationship (BR-46). */
    kind: z.enum(requestKinds).optional(),
    delivery: z.enum(deliveries),
    resellerId: z.uuid().optional(),
    customer: InvitedCustomer.optional(),
    reusable: z.boolean(),
    includeDap: z.boolean(),
    /** What the partner will sell; none takes no service's one place, and asks for no less (BR-23, BR-28). */
    services: z.array(z.enum(services)).max(services.length).optional(),
    language: z.enum(locales),
    expiresInDays: z.number().int().min(1).max(365),
    note: Lines(longest.note).optional(),
  })
  .strict()
export type InvitationDraft = z.infer<typeof InvitationDraft>

const answers = ['accepted', 'declined'] as const

/** Why the last attempt to accept came to nothing. */
const InvitationFailure = z.object({ at: z.iso.datetime(), code: z.string(), rule: z.string() })
export type InvitationFailure = z.infer<typeof InvitationFailure>

/** What became known of the way of an invitation at the customer. Never who read it, from which address or with which program. */
const InvitationTracking = z.object({
  /** Looks at the link by whatever it was; mail scanners look too. */
  fetchedCount: z.number().int(),
  /** By a person with the page in a browser. */
  firstOpenedAt: z.iso.datetime().nullable(),
  lastOpenedAt: z.iso.datetime().nullable(),
  signedInAt: z.iso.datetime().nullable(),
  /** When an administrator of the customer was last asked to answer. */
  handedToAdminAt: z.iso.datetime().nullable(),
  /** While it has not succeeded. */
  failure: InvitationFailure.nullable(),
  /** When the customer said that it confirmed the relationship in its admin center; nobody has checked. */
  confirmedAt: z.iso.datetime().nullable(),
})
export type InvitationTracking = z.infer<typeof InvitationTracking>

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
  /** Absent: a new relationship; `restore` asks a customer for delegated admin anew (BR-46). */
  kind: z.enum(requestKinds).optional(),
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
  /** How many have declined; at most 1 unless reusable. */
  declinedCount: z.number().int(),
  declineReason: z.string().nullable(),
  tracking: InvitationTracking,
  microsoftLink: z.string().nullable(),
  /** Since when whoever has to act has let it lie for too long; null while it is in time. */
  overdueSince: z.iso.datetime().nullable(),
  /** What happens by itself next; null when nothing does. */
  nextEvent: z.object({ kind: z.enum(['reminder', 'lapse']), at: z.iso.datetime() }).nullable(),
  remindedAt: z.iso.datetime().nullable(),
  /** When the customer asked for no further reminders. */
  remindersStoppedAt: z.iso.datetime().nullable(),
  etag: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** A mail's subject and text, in the language that was asked for, with the link on a line of its own. */
export const InvitationMessage = z.object({
  language: z.enum(locales),
  subject: z.string(),
  text: z.string(),
  link: z.string(),
  /** The words on the button that stands for the link. */
  button: z.string(),
  /** One or two sentences with the link, for a chat. */
  chat: z.string(),
})
export type InvitationMessage = z.infer<typeof InvitationMessage>

/** The same for its maker, who is shown the link elsewhere: `linkMark` stands where it goes. */
export const InvitationText = InvitationMessage.omit({ link: true })
export type InvitationText = z.infer<typeof InvitationText>

/** POST /api/invitations/:id/message: a text as somebody edited it. */
export const MessageCheck = z.object({ text: Lines(longest.message) }).strict()

/** The answer to create, reissue and showing the link, the only ones that carry it; `message` is the mail that the maker sends. */
export const InvitationWithLink = Invitation.extend({ link: z.string(), message: InvitationMessage })
export type InvitationWithLink = z.infer<typeof InvitationWithLink>

/** What the customer asked back, in its own words, and where it wants the answer. */
export const InvitationQuestion = z.object({
  at: z.iso.datetime(), by: z.string(), email: z.string(), organization: z.string(), text: z.string(),
})
export type InvitationQuestion = z.infer<typeof InvitationQuestion>

/** What a customer has answered, and why not, in its own words. */
export const InvitationAnswer = z.object({
  at: z.iso.datetime(), organization: z.string(), answer: z.enum(answers), reason: z.string().nullable(),
})
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

export const InvitationDetail = Invitation.extend({
  history: z.array(HistoryEntry),
  mails: z.array(MailDelivery),
  questions: z.array(InvitationQuestion),
  /** The latest, newest first, 100 at most. */
  answers: z.array(InvitationAnswer),
})
export type InvitationDetail = z.infer<typeof InvitationDetail>

/**
 * The mail as it was edited; what is absent is as the portal writes it. The language holds for all of the mail, and is the invitation's
 * unless another is given. A text keeps the exact link (BR-38).
 */
const EditedMessage = z.object({
  language: z.enum(locales).optional(),
  subject: Line(longest.subject).min(1).optional(),
  text: Lines(longest.message).min(1).optional(),
})

/** POST /api/invitations/:id/send. Without an address it goes to the named customer's; without that one too, sending is recorded alone. */
export const SendRequest = EditedMessage.extend({ email: Address.optional() }).strict()
export type SendRequest = z.infer<typeof SendRequest>

/** POST /api/invitations/:id/forward. */
export const ForwardRequest = EditedMessage.extend({ email: Address }).strict()
export type ForwardRequest = z.infer<typeof ForwardRequest>

/** POST /api/invitations/:id/reissue. Without days a period that still runs is kept; a lapsed invitation gets 30. */
export const ReissueRequest = z.object({ expiresInDays: z.number().int().min(1).max(365).optional() }).strict()

/** GET /api/invitations: the list's query. `lapsed` and `turn` follow the clock. */
export const InvitationsView = z.object({
  state: z.enum(invitationStates).optional(),
  turn: z.enum(turns).optional(),
  /** `true`: only what has been left lying for too long. */
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
  inviter: z.object({ displayName: z.string(), domain: z.string(), country: Country }),
  through: z.object({ displayName: z.string(), domain: z.string() }).nullable(),
  /** From whom the customer buys after a yes. */
  seller: z.enum(['inviter', 'through']),
  /** Who can be asked about it: whoever made it or, once a reseller has sent it on, did that. No address when it is not certain whose. */
  contact: z.object({ person: z.string(), organization: z.string(), email: z.string().nullable() }),
  /** The named customer, so that the signed-in tenant can be compared before the last click. */
  invited: z.object({ companyName: z.string().nullable(), tenantId: z.string().nullable() }).nullable(),
  asks: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  doesNotChange: z.array(z.enum(unchangedByAcceptance)),
  /** What the partner's cloud says of accepting. */
  policy: CloudPolicy.pick({ acceptancePlace: true, multiPartner: true, customerAgreement: true }),
  agreement: z.enum(['asked', 'not_applicable']),
  expiresAt: z.iso.datetime(),
  /** What the reader's own organisation has answered through this link; null for everybody else, and for who is not signed in. */
  answered: z
    .object({
      answer: z.enum(answers), at: z.iso.datetime(), by: z.string(), receiptId: z.uuid(),
      /** Of a yes: whether the relationship that it began is over. */
      hasEnded: z.boolean(),
    })
    .nullable(),
  /** Which of the asks stand already between the reader's own organisation and the partner; none for everybody else. */
  stands: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
})
export type Acceptance = z.infer<typeof Acceptance>

/** What the customer keeps; also the row behind it. */
export const Receipt = z.object({
  id: z.uuid(),
  answer: z.enum(answers),
  at: z.iso.datetime(),
  by: z.string(),
  tenant: OrganizationRef,
  inviter: OrganizationRef,
  through: OrganizationRef.nullable(),
  granted: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  /** What was asked and stood already; the answer changed nothing of it. */
  stood: z.array(z.enum(['reseller_relationship', 'delegated_admin'])),
  unchanged: z.array(z.enum(unchangedByAcceptance)),
  reason: z.string().nullable(),
  /** When the customer said that it confirmed the relationship in its admin center too. */
  confirmedAt: z.iso.datetime().nullable(),
})
export type Receipt = z.infer<typeof Receipt>

/** GET /api/receipts/:id: what was kept, and whether the relationship that a yes began is over by now. */
export const ReceiptDetail = Receipt.extend({ hasEnded: z.boolean() })
export type ReceiptDetail = z.infer<typeof ReceiptDetail>
