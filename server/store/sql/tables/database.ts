import type { ColumnType } from 'kysely'
import type { Relation } from '../../../../domain/customers/relation.ts'
import type { InvitedCustomer, Receipt } from '../../../../domain/invitations/schemas.ts'
import type { Delivery, InvitationState } from '../../../../domain/invitations/states.ts'
import type { Cloud, PartnerKind } from '../../../../domain/organizations/kinds.ts'
import type { AuditEvent } from '../../../../domain/audit/schemas.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import type { RequestKind } from '../../../../domain/relationship-requests/kinds.ts'
import type { Basis } from '../../../../domain/relationships/basis.ts'
import type { Role } from '../../../../domain/session/roles.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { Service } from '../../../../domain/subscriptions/channels.ts'
import type { BasisTables } from './basis.ts'
import type { GdapTables } from './gdap.ts'
import type { SubscriptionFacts } from '../../../../domain/subscriptions/subscription.ts'
import type { MailTables } from './mail.ts'
import type { TrackingTables } from './tracking.ts'
import type { ReminderTables } from './reminders.ts'
import type { RequestTables } from './requests.ts'

type Time = string
/** JSON text, since drivers disagree about arrays; read parsed. */
type Json<Value> = ColumnType<Value, string, string>

type OrganizationTable = {
  id: string
  tenant_id: string
  display_name: string
  domain: string
  kind: PartnerKind | 'customer'
  cloud: Cloud
  country: string
  mpn_id: string | null
}

/** Programme facts of a partner: its agreement, its global account, whether it turns indirect (BR-51, BR-54a, BR-54e). */
type PartnerFactTable = { organization_id: string; agreement_signed: boolean; global_account_id: string | null; transitioning: boolean }

type UserTable = {
  organization_id: string
  id: string
  display_name: string
  email: string
  roles: Json<Role[]>
  locale: Locale
}

/** Finds a user's organisation for an unknown caller. */
type UserDirectoryTable = {
  user_id: string
  organization_id: string
  persona: string | null
  persona_position: number | null
}

type SessionTable = {
  token_hash: string
  organization_id: string
  user_id: string
  created_at: Time
  expires_at: Time
  idle_expires_at: Time
  idle_milliseconds: number
}

/** Owned by the provider; the reseller's inbox row leads to it. */
type PartnershipTable = {
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

type PartnershipInboxTable = {
  partner_id: string
  partnership_id: string
  provider_id: string
  provider_name_key: string
}

/** One row of a partner's list; `id` is the customer's tenant id. */
type CustomerTable = {
  partner_id: string
  id: string
  company_name: string
  domain: string
  aliases: Json<string[]>
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
  version: number
}

/** The last use of DAP; absent while unknown, deleted with the rights. */
type DapUseTable = { partner_id: string; tenant_id: string; last_used_at: Time }

type CustomerCountTable = { partner_id: string; count: number }

/** A tenant's confirmed partners, under its key; `transacts`: owns the relationship and sells (BR-06, BR-48). */
type PartnerOfTenantTable = { tenant_id: string; partner_id: string; since: Time; transacts: boolean }

/** The owner's request that a customer give a reseller admin rights (BR-29); deleted with the answer. */
type AdminRequestTable = { tenant_id: string; reseller_id: string; owner_id: string; asked_at: Time; asked_by: string }

type InvitationTable = {
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
  /** What the domain says of it and the clock (`domain/invitations`); null for never. */
  lapses_at: Time | null
  remind_at: Time | null
  overdue_at: Time | null
  version: number
}

/** Leads a reseller to the owner's row. */
type InvitationInboxTable = { partner_id: string; invitation_id: string; owner_id: string; created_at: Time }

type InvitationForwardTable = {
  partner_id: string
  invitation_id: string
  position: number
  at: Time
  performed_by: string
  email: string
}

/** What an invitation's maker will sell (BR-23). */
type InvitationServiceTable = { partner_id: string; invitation_id: string; service: Service }

/** Only for invitations that do not ask for a new relationship (BR-46). */
type InvitationKindTable = { partner_id: string; invitation_id: string; kind: RequestKind }

/** Leads from a link's hash to its invitation; the only trace of a token. */
type InvitationLinkTable = { token_hash: string; owner_id: string; invitation_id: string; reissued: boolean }

type ReceiptTable = { organization_id: string; id: string; at: Time; owner_id: string; invitation_id: string; body: Json<Receipt> }

/** A customer's purchases from any seller, under the tenant's key. */
type SubscriptionTable = { tenant_id: string; id: string; facts: Json<SubscriptionFacts>; version: number }

type CustomerAgreementTable = { organization_id: string; accepted_at: Time; accepted_by: string }

type AuditEventTable = {
  organization_id: string
  id: string
  at: Time
  action: string
  noun: string
  noun_id: string
  performed_by: string
  organization_name: string
  details: Json<AuditEvent['details']>
}

/** `body` is JSON text, so that a repeated call gets the same bytes. */
type AnswerTable = { organization_id: string; key: string; request_hash: string; status: number; body: string; at: Time }

/** An organisation's last change number; its row lock orders commits. */
type ChangeHeadTable = { organization_id: string; last: number }

type ChangeTable = { organization_id: string; sequence: number; at: Time; noun: string; noun_id: string; change: string }

export type Database = MailTables & TrackingTables & ReminderTables & RequestTables & {
  organizations: OrganizationTable
  partner_facts: PartnerFactTable
  users: UserTable
  user_directory: UserDirectoryTable
  sessions: SessionTable
  partnerships: PartnershipTable
  partnership_inbox: PartnershipInboxTable
  customers: CustomerTable
  customer_counts: CustomerCountTable
  dap_uses: DapUseTable
  confirmed_partners: PartnerOfTenantTable
  admin_requests: AdminRequestTable
  invitations: InvitationTable
  invitation_inbox: InvitationInboxTable
  invitation_forwards: InvitationForwardTable
  invitation_services: InvitationServiceTable
  invitation_kinds: InvitationKindTable
  invitation_links: InvitationLinkTable
  receipts: ReceiptTable
  customer_agreements: CustomerAgreementTable
  subscriptions: SubscriptionTable
  audit_events: AuditEventTable
  answers: AnswerTable
  change_heads: ChangeHeadTable
  changes: ChangeTable
  clock: { name: string; seen_at: Time; held_at: Time | null }
} & GdapTables & BasisTables
