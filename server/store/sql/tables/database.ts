import type { ColumnType } from 'kysely'
import type { Relation } from '../../../../domain/customers/relation.ts'
import type { InvitedCustomer, Receipt } from '../../../../domain/invitations/schemas.ts'
import type { Delivery, InvitationState } from '../../../../domain/invitations/states.ts'
import type { Cloud, PartnerKind } from '../../../../domain/organizations/kinds.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import type { RequestKind } from '../../../../domain/relationship-requests/kinds.ts'
import type { Basis } from '../../../../domain/relationships/basis.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { Service } from '../../../../domain/subscriptions/channels.ts'
import type { AuditTables } from './audit.ts'
import type { BasisTables } from './basis.ts'
import type { GdapTables } from './gdap.ts'
import type { SubscriptionFacts } from '../../../../domain/subscriptions/subscription.ts'
import type { MailTables } from './mail.ts'
import type { NoticeTables } from './notices.ts'
import type { TrackingTables } from './tracking.ts'
import type { ReminderTables } from './reminders.ts'
import type { OrganizationTables } from './organizations.ts'
import type { PeopleTables } from './people.ts'
import type { RequestTables } from './requests.ts'
import type { SessionTables } from './session.ts'
import type { TokenTables } from './tokens.ts'
import type { WebhookTables } from './webhooks.ts'

type Time = string
/** JSON text, since drivers disagree about arrays; read parsed. */
type Json<Value> = ColumnType<Value, string, string>

type Reached = ColumnType<Time | null, never, never>

export type Database = MailTables & TrackingTables & ReminderTables & RequestTables & SessionTables & OrganizationTables & PeopleTables
  & TokenTables & {
  organizations: {
    id: string
    tenant_id: string
    display_name: string
    /** Of partners: what the name can be mistaken for. */
    name_looks: ColumnType<string | null, string | null | undefined, string | null>
    domain: string
    kind: PartnerKind | 'customer'
    cloud: Cloud
    country: string
    mpn_id: string | null
    /** Of a tenant that only opened an invitation; null once it has a place here. */
    visiting_since: ColumnType<Time | null, Time | null | undefined, Time | null>
  }
  /** Finds a user's organisation for an unknown caller. */
  user_directory: {
    user_id: string
    organization_id: string
    persona: string | null
    persona_position: number | null
  }
  /** Owned by the provider; the reseller's inbox row leads to it. */
  partnerships: {
    partner_id: string
    id: string
    reseller_id: string
    reseller_name_key: string
    state: Partnership['state']
    /** 0 for active, 1 otherwise: the list's first sort key. */
    rank: number
    created_at: Time
    ended_at: ColumnType<Time | null, Time | null | undefined, Time | null>
    ended_by: ColumnType<string | null, string | null | undefined, string | null>
    version: number
  }
  partnership_inbox: {
    partner_id: string
    partnership_id: string
    provider_id: string
    provider_name_key: string
  }
  /** One row of a partner's list; `id` is the customer's tenant id. */
  customers: {
    partner_id: string
    id: string
    company_name: string
    domain: string
    aliases: Json<string[]>
    /** What its partner says of it alone. */
    alias: string | null
    notes: string | null
    /** Null on rows of before. */
    tags: ColumnType<string[] | null, string, string>
    country: string | null
    relation: Relation
    relation_text: string | null
    basis: Basis
    owner_id: string | null
    reseller_id: string | null
    dap: boolean
    /** When DAP was granted; null without DAP, or where it was not recorded. */
    dap_since: Time | null
    gdap_active: boolean
    gdap_next_end: Time | null
    last_event_at: Time
    name_key: string
    search_text: string
    /** Of the search text (`sql/grams.ts`). */
    search_grams: ColumnType<number[] | null, number[], number[]>
    version: number
  }
  /** The tags of the rows by what they are compared by (`domain/customers/tags.ts`). */
  customer_tags: { partner_id: string; tag_key: string; tenant_id: string; tag: string }
  customer_counts: { partner_id: string; count: number }
  /** The last use of DAP; absent while unknown, deleted with the rights. */
  dap_uses: { partner_id: string; tenant_id: string; last_used_at: Time }
  /** A tenant's confirmed partners, under its key; `transacts`: owns the relationship and sells (BR-06, BR-48). */
  confirmed_partners: { tenant_id: string; partner_id: string; since: Time; transacts: boolean }
  /** The owner's request that a customer give a reseller admin rights (BR-29); deleted with the answer. */
  admin_requests: { tenant_id: string; reseller_id: string; owner_id: string; asked_at: Time; asked_by: string }
  invitations: {
    partner_id: string
    id: string
    state: InvitationState
    since: Time
    delivery: Delivery
    reseller_id: string | null
    customer: ColumnType<InvitedCustomer | null, string | null, string | null>
    reusable: boolean
    include_dap: boolean
    language: Locale
    expires_at: Time
    note: string | null
    created_at: Time
    created_by: string
    accepted_count: number
    /** Null counts as none. */
    declined_count: number | null
    accepted_by_id: string | null
    decline_reason: string | null
    link_number: number
    search_text: string
    /** Of the search text (`sql/grams.ts`). */
    search_grams: ColumnType<number[] | null, number[], number[]>
    /** What the domain says of it and the clock (`domain/invitations`); null for never. */
    lapses_at: Time | null
    remind_at: Time | null
    overdue_at: Time | null
    /** First times by the maker's audit events (`invitations/milestones.ts`). */
    sent_at: Reached
    handed_over_at: Reached
    forwarded_at: Reached
    opened_at: Reached
    accepted_at: Reached
    declined_at: Reached
    version: number
  }
  /** Leads a reseller to the owner's row. */
  invitation_inbox: { partner_id: string; invitation_id: string; owner_id: string; created_at: Time }
  invitation_forwards: {
    partner_id: string
    invitation_id: string
    position: number
    at: Time
    performed_by: string
    email: string
  }
  /** What an invitation's maker will sell (BR-23). */
  invitation_services: { partner_id: string; invitation_id: string; service: Service }
  /** Only for invitations that do not ask for a new relationship (BR-46). */
  invitation_kinds: { partner_id: string; invitation_id: string; kind: RequestKind }
  /** Leads from a link's hash to its invitation; the only trace of a token. */
  invitation_links: { token_hash: string; owner_id: string; invitation_id: string; reissued: boolean }
  receipts: { organization_id: string; id: string; at: Time; owner_id: string; invitation_id: string; body: Json<Receipt> }
  customer_agreements: { organization_id: string; accepted_at: Time; accepted_by: string }
  /** A customer's purchases from any seller, under the tenant's key. */
  subscriptions: { tenant_id: string; id: string; facts: Json<SubscriptionFacts>; version: number }
  /** `body` is JSON text, so that a repeated call gets the same bytes. */
  answers: { organization_id: string; key: string; request_hash: string; status: number; body: string; at: Time }
  /** An organisation's last change number; its row lock orders commits. */
  change_heads: { organization_id: string; last: number }
  changes: { organization_id: string; sequence: number; at: Time; noun: string; noun_id: string; change: string }
  clock: { name: string; seen_at: Time; held_at: Time | null }
} & GdapTables & BasisTables & AuditTables & WebhookTables & NoticeTables
