import type { Step } from './step.ts'

const unchanging = [
  'partner_id', 'id', 'since', 'delivery', 'reseller_id', 'customer', 'reusable', 'include_dap', 'language', 'expires_at', 'note',
  'created_at', 'created_by', 'accepted_count', 'accepted_by_id', 'decline_reason', 'link_number', 'search_text',
].join(', ')

export const steps1201: readonly Step[] = [
  {
    name: '1201-partner-attestations',
    owner: 'partner_id',
    ddl: `create table partner_attestations (
      partner_id uuid not null references organizations (id),
      tenant_id uuid not null,
      at timestamptz not null,
      attestation jsonb not null,
      primary key (partner_id, tenant_id)
    )`,
  },
  {
    name: '1202-partner-attestations-of-before',
    ddl: `insert into partner_attestations (partner_id, tenant_id, at, attestation) select partner_id, tenant_id, at, attestation
      from attestations`,
  },
  {
    name: '1203-attestation-inbox',
    owner: 'tenant_id',
    ddl: `create table attestation_inbox (
      tenant_id uuid not null,
      partner_id uuid not null,
      primary key (tenant_id, partner_id)
    )`,
  },
  {
    name: '1204-attestation-inbox-of-before',
    ddl: 'insert into attestation_inbox (tenant_id, partner_id) select tenant_id, partner_id from attestations',
  },
  { name: '1205-no-attestations-of-tenants', ddl: 'drop table attestations' },
  /**
   * A tenant's one answer through an invitation is kept with its request, which replaces a table of acceptances. Invitations of
   * partnerships that had ended return to their makers (BR-25).
   */
  {
    name: '1301-acceptances-are-answers',
    ddl: `insert into relationship_requests (id, partner_id, invitation_id, tenant_id, at, answer, answered_at, receipt_id) select id,
      partner_id, invitation_id, tenant_id, at, 'accepted', at, id
      from (select receipt_id as id, partner_id, invitation_id, tenant_id, at from invitation_acceptances) as accepted
      on conflict (partner_id, invitation_id, tenant_id) do update
      set answer = excluded.answer, answered_at = excluded.answered_at, receipt_id = excluded.receipt_id`,
  },
  {
    name: '1302-answers-are-in-the-inbox',
    ddl: `insert into request_inbox (tenant_id, partner_id, invitation_id, id, at) select tenant_id, partner_id, invitation_id, id, at
      from relationship_requests
      on conflict (tenant_id, partner_id, invitation_id) do nothing`,
  },
  { name: '1303-no-acceptances', ddl: 'drop table invitation_acceptances' },
  { name: '1304-gathered-mails', ddl: 'alter table outbox add column gathered integer' },
  {
    name: '1305-invitations-of-former-resellers',
    ddl: `insert into invitations (${unchanging}, state, version) select ${unchanging}, 'returned', version + 1
      from invitations as made
      where delivery = 'via_reseller' and state in ('created', 'sent', 'forwarded', 'opened', 'failed') and not exists (
        select 1 from partnerships as still
        where still.partner_id = made.partner_id and still.reseller_id = made.reseller_id and still.state = 'active'
      )
      on conflict (partner_id, id) do update set state = excluded.state, version = excluded.version`,
  },
  {
    name: '1401-limits',
    owner: 'owner',
    ddl: `create table limits (
      owner text not null,
      what text not null,
      day date not null,
      count integer not null,
      primary key (owner, what, day)
    )`,
  },
  { name: '1402-limits-by-day', ddl: 'create index limits_by_day on limits (day)' },
  { name: '1701-outbox-texts', ddl: `create index outbox_texts on outbox (at) where body <> ''` },
  {
    name: '1702-clock',
    ddl: 'create table clock (name text primary key, seen_at timestamptz not null, held_at timestamptz)',
  },
  {
    name: '1801-granted-rights-make-no-reseller',
    ddl: `insert into confirmed_partners (tenant_id, partner_id, since, transacts) select works.tenant_id,
      works.partner_id, works.since, false from confirmed_partners as works
      join customers as line on line.partner_id = works.partner_id and line.id = works.tenant_id
      where line.basis = 'granted'
      on conflict (tenant_id, partner_id) do update set transacts = excluded.transacts`,
  },
  {
    name: '1802-customer-claims-beside-granted-rights',
    ddl: `insert into customer_claims (tenant_id, partner_id, at, stands) select id, partner_id, last_event_at, true
      from customers where basis = 'granted' and relation <> 'none'
      on conflict (tenant_id, partner_id) do update set stands = true`,
  },
  { name: '1811-hand-overs-again', ddl: 'alter table invitation_hand_overs add column asked_of text' },
]
