import type { AuditEvent, ChangeEvent } from '../../domain/audit/schemas.ts'
import type { OpenInvitation } from '../../domain/bulk-invitations/same-customer.ts'
import type { CustomerRecord } from '../../domain/customers/customer.ts'
import type { FunnelLine } from '../../domain/funnel/schemas.ts'
import type { LinesOfParties } from '../../domain/invitations/answer-transitions.ts'
import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import type { InvitedCustomer, Receipt } from '../../domain/invitations/schemas.ts'
import type { InvitationState, Turn } from '../../domain/invitations/states.ts'
import type { TemplateDraft } from '../../domain/invitations/templates/schemas.ts'
import type { NewMail } from '../../domain/mail/mail.ts'
import type { Organization } from '../../domain/organizations/schemas.ts'
import type { Page } from '../../domain/page.ts'
import type { Standing } from '../../domain/relationships/standing.ts'
import type { Actor } from '../../domain/session/actor.ts'
import type { Locale } from '../../domain/session/locales.ts'
import type { Persona, User } from '../../domain/session/schemas.ts'
import type { AgreementStore } from './agreements/agreements.ts'
import type { ChangeStore } from './events/changes.ts'
import type { ClaimStore } from './customers/claims.ts'
import type { CustomerStore } from './customers/customer-store.ts'
import type { LimitStore } from './limits/limits.ts'
import type { OutboxStore } from './mail/outbox.ts'
import type { PartnershipStore } from './partnerships/partnerships.ts'
import type { TraceStore } from './invitations/traces.ts'
import type { RelationshipRequestStore } from './relationship-requests/relationship-requests.ts'
import type { RelationshipStore } from './relationships/relationships.ts'
import type { ReminderStore } from './reminders/reminders.ts'
import type { DelegatedAdminBulkStore } from './delegated-admin/bulk.ts'
import type { DelegatedAdminStore } from './delegated-admin/delegated-admin-store.ts'
import type { GdapReminderStore } from './delegated-admin/reminders.ts'
import type { RoleTemplateStore } from './role-templates/role-templates.ts'
import type { LinkScope, Scope } from './scope.ts'
import type { SubscriptionStore } from './subscriptions/subscriptions.ts'

export { StoreUnavailable } from './sql/availability.ts'
/** Thrown, with nothing changed, when a row's `version` is no longer the one that was read. */
export class StaleWrite extends Error {}
/** Thrown, with nothing changed, when this Idempotency-Key has an answer already: read it with `answers.find`. */
export class AlreadyAnswered extends Error {}
/** Thrown, with nothing changed, when the partner has a relationship with this name (BR-82). */
export class NameTaken extends Error {}
/** Thrown when a cursor was not made by this list with this view and scope. */
export class InvalidCursor extends Error {}

/** `limit` 1..200; `locale`: whose alphabet names are sorted by. */
export type PageRequest = { limit: number; cursor?: string | undefined; locale?: Locale | undefined }

export type NewAuditEvent = Omit<AuditEvent, 'id' | 'about'> & { organizationId: string }
/** Tells every open screen of one organisation that something changed. */
export type NewChange = ChangeEvent & { organizationId: string }

/** What is written in the same transaction as the row itself. `answer` keeps the reply for a repeated call; its body never holds a link. */
export type Write<Saved> = {
  at: string
  audit: readonly NewAuditEvent[]
  changes: readonly NewChange[]
  /** Mails that this write asks for; one whose intent is known already is left out. */
  mails?: readonly NewMail[] | undefined
  answer?: { key: string; requestHash: string; of: (saved: Saved) => { status: number; body: unknown } } | undefined
}

export type StoredAnswer = { requestHash: string; status: number; body: unknown }

export type InvitationView = {
  state?: InvitationState | undefined
  /** Whose turn it is, derived from state, delivery and the clock (domain/invitations). */
  turn?: Turn | undefined
  /** Only what has been left lying for too long, by the clock and its maker's schedule. */
  overdue?: 'true' | undefined
  /** Matches note, customer name, domain, address. Newest first; keyset on (createdAt, id). */
  search?: string | undefined
}

/** All that is kept when a customer accepts; saved in one transaction or not at all. */
export type NewAcceptance = {
  invitation: InvitationRecord
  receipt: Receipt
  /** The lines of the owner's and, when there is one, the reseller's customer list. */
  customers: readonly { organizationId: string; record: CustomerRecord }[]
  /** The customer's agreement, where it applies and was given now. */
  agreementAcceptedBy?: string | undefined
  /** Where it matters who else works for the tenant (BR-06, BR-23): the partners as the decision saw them, else StaleWrite. */
  standing?: Standing | undefined
}

/** BR-51, BR-54a, BR-54e. */
export type ProgrammeFacts = { agreementSigned: boolean; isTransitioning: boolean; globalAccountId?: string }

/** What an organisation's invitations say in a language; `words` is null for the built-in text. Version 0 was never written. */
export type TemplateRecord = { language: Locale; words: TemplateDraft | null; version: number }
/** One of many that are made together; `write.answer`, when it is there, makes it at most once. */
export type NewInvitation = {
  invitation: InvitationRecord
  tokenHash: string
  makerId: string
  write: Write<InvitationRecord>
  /** Not made when its customer has an open invitation of the organisation by then. */
  unlessInvited?: boolean
  /** Where it matters who else works for the tenant that it names (BR-06, BR-23): the partners as they were seen, else StaleWrite. */
  standing?: Standing | undefined
}

export type Store = {
  organizations: {
    /** Facts about a tenant that rules may use on the server alone (BR-21, BR-54c). */
    findByTenant(tenantId: string): Promise<Organization | undefined>
    /** Whether a partner has this numeric PartnerID, so that it can be a partner of record. */
    hasPartnerId(partnerId: string): Promise<boolean>
    /** A partner by the PartnerID of its location or its global account, as one provider names another partner (BR-54a). */
    findReseller(partnerId: string): Promise<(Organization & ProgrammeFacts) | undefined>
    /** What the programme knows of the scope's own organisation. */
    programmeFacts(scope: Scope): Promise<ProgrammeFacts>
  }
  sessions: {
    /** `tokenHash` is SHA-256 hex; times ISO. */
    create(session: { tokenHash: string; userId: string; createdAt: string; expiresAt: string; idleExpiresAt: string }): Promise<void>
    /**
     * The actor behind a living session, undefined when unknown, expired or ended. Moves the idle expiry, at most once a minute, when the
     * session was used by a deed of its person, which it was unless `isDeed` says no.
     */
    find(tokenHash: string, now: string, isDeed?: (actor: Actor) => boolean): Promise<Actor | undefined>
    end(tokenHash: string): Promise<void>
    /** Those of these sessions that live, in one statement. To be asked about is no use of a session: their idle expiry stays. */
    living(tokenHashes: readonly string[], now: string): Promise<ReadonlySet<string>>
  }
  users: {
    personas(): Promise<Persona[]>
    findPersona(persona: string): Promise<{ user: User; organization: Organization } | undefined>
  }
  partnerships: PartnershipStore
  customers: CustomerStore
  customerClaims: ClaimStore
  invitations: {
    /** Those the organisation made and those handed to it. */
    list(scope: Scope, view: InvitationView, page: PageRequest, now: string): Promise<Page<InvitationRecord>>
    find(scope: Scope, id: string): Promise<InvitationRecord | undefined>
    /**
     * The maker's organisation must be the scope's. `tokenHash` is SHA-256 hex of the link's token; `makerId`: who is told. Throws
     * StaleWrite when the partnership it goes through, the partners of its tenant (`standing`) or the customer that it asks anew are no
     * longer what they were when it was decided.
     */
    create(
      scope: Scope,
      invitation: InvitationRecord,
      tokenHash: string,
      write: Write<InvitationRecord>,
      makerId?: string,
      standing?: Standing,
    ): Promise<InvitationRecord>
    /**
     * Makes all (≤ 500) in one transaction but those whose answer's key has an answer already and those with `unlessInvited` whose
     * customer has an open invitation by now, which change nothing. Returns the ids of those that were made.
     */
    createAll(scope: Scope, made: readonly NewInvitation[]): Promise<string[]>
    /** Open invitations of the organisation's own, among those that share a mark with these customers; the newest 5,000 at most. */
    openInvitations(scope: Scope, like: readonly InvitedCustomer[], now: string): Promise<OpenInvitation[]>
    /** Compare-and-set on `version`; with `tokenHash` the link before dies and is remembered as reissued. New forwards are kept as rows. */
    update(scope: Scope, next: InvitationRecord, write: Write<InvitationRecord>, tokenHash?: string): Promise<InvitationRecord>
    /** How far the organisation's own invitations got that were made from `from` on and before `before`; by reseller, direct first. */
    funnel(scope: Scope, period: { from: string; before: string }, now: string): Promise<FunnelLine[]>
    /** Whether this is the hash of the invitation's living link. */
    hasLivingLink(scope: Scope, id: string, tokenHash: string): Promise<boolean>
  }
  messageTemplates: {
    /** The organisation's own, in the languages that it ever wrote one for. */
    list(scope: Scope): Promise<TemplateRecord[]>
    /** The inviting organisation's words for one invitation that it made or that was handed to the scope's; undefined: the built-in. */
    ofInvitation(scope: Scope, invitationId: string, language: Locale): Promise<TemplateDraft | undefined>
    /** Compare-and-set on `version`, 0 for the first. */
    save(scope: Scope, next: TemplateRecord, write: Write<TemplateRecord>): Promise<TemplateRecord>
  }
  acceptance: {
    /** By the hash of a link's token. `reissued` is true for a link that a newer one replaced. */
    findByLink(
      tokenHash: string,
    ): Promise<
      | { scope: LinkScope; invitation: InvitationRecord; inviter: Organization; reseller: Organization | null; reissued: boolean }
      | undefined
    >
    /** The address of a party's person of this name; null unless exactly one is called so. */
    addressOf(scope: LinkScope, organizationId: string, person: string): Promise<string | null>
    /** What this customer tenant has answered through this invitation, through whichever link, and the receipt of it. */
    answerOf(scope: LinkScope, tenantId: string): Promise<{ answer: Receipt['answer']; receiptId: string } | undefined>
    /** The tenant's lines in the lists of the two partners that the link's invitation is of. */
    linesOf(scope: LinkScope, tenantId: string): Promise<LinesOfParties>
    /** By the customer's own act, or by the word of the invitation's owner. */
    hasAgreement(scope: LinkScope, actor: Scope): Promise<boolean>
    /**
     * Exactly once, and one answer a tenant: throws StaleWrite when someone answered first, or it was withdrawn or reissued. Not compared
     * with `version`, so that neither another customer of a reusable invitation nor a second reader of the page makes it fail.
     */
    accept(scope: LinkScope, actor: Scope, acceptance: NewAcceptance, write: Write<Receipt>): Promise<Receipt>
    /** A no, once as a yes is: the invitation alone changes, and a receipt is left. */
    decline(scope: LinkScope, next: InvitationRecord, write: Write<Receipt>, answer: { actor: Scope; receipt: Receipt }): Promise<void>
  }
  traces: TraceStore
  relationshipRequests: RelationshipRequestStore
  subscriptions: SubscriptionStore
  relationships: RelationshipStore
  reminders: ReminderStore
  roleTemplates: RoleTemplateStore
  delegatedAdminBulk: DelegatedAdminBulkStore
  gdapReminders: GdapReminderStore
  delegatedAdmin: DelegatedAdminStore
  agreements: AgreementStore
  limits: LimitStore
  receipts: {
    /** The customer's own answers, newest first. */
    list(scope: Scope, page: PageRequest): Promise<Page<Receipt>>
    find(scope: Scope, id: string): Promise<Receipt | undefined>
    /** The invitation that a receipt of this organisation answers. */
    invitationOf(scope: Scope, id: string): Promise<string | undefined>
    /** The organisation's own lines in the lists of the partners of that invitation, as they are now; undefined when there is none. */
    linesOf(scope: Scope, id: string): Promise<(LinesOfParties & Pick<InvitationRecord, 'kind'>) | undefined>
    /** Once; throws StaleWrite when it is confirmed already. The partner of a single-use invitation sees it with the invitation. */
    confirm(scope: Scope, confirmation: { receiptId: string; at: string; by: string }, write: Write<Receipt>): Promise<Receipt>
  }
  audit: {
    /** The organisation's own events, newest first. */
    list(scope: Scope, page: PageRequest): Promise<Page<AuditEvent>>
    /** The newest 500 events of one row in the organisation's sight, oldest first. */
    ofRow(scope: Scope, noun: string, nounId: string): Promise<Omit<AuditEvent, 'about'>[]>
  }
  outbox: OutboxStore
  answers: {
    find(scope: Scope, key: string): Promise<StoredAnswer | undefined>
    /** Those of these keys (≤ 500) that have an answer. */
    findAll(scope: Scope, keys: readonly string[]): Promise<Map<string, StoredAnswer>>
  }
  changes: ChangeStore
  /** Ends a batch of what is kept for a while only; call it again until it says that it is done. */
  prune(now: string): Promise<Record<'limits' | 'sessions' | 'answers' | 'changes' | 'mailTexts', number> & { isDone: boolean }>
  /** Throws when the store cannot answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
