import type { Step } from './step.ts'

const required =
  'partner_id, id, company_name, domain, aliases, relation, dap, gdap_active, last_event_at, name_key, search_text, version'

export const steps0801: readonly Step[] = [
  {
    name: '0801-invitation-kinds',
    owner: 'partner_id',
    ddl: `create table invitation_kinds (
      partner_id uuid not null,
      invitation_id uuid not null,
      kind text not null,
      primary key (partner_id, invitation_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0802-relationship-requests',
    owner: 'partner_id',
    ddl: `create table relationship_requests (
      partner_id uuid not null,
      invitation_id uuid not null,
      tenant_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      first_seen_at timestamptz,
      last_seen_at timestamptz,
      answer text,
      answered_at timestamptz,
      receipt_id uuid,
      primary key (partner_id, invitation_id, tenant_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0803-relationship-requests-by-age',
    ddl: 'create index relationship_requests_by_age on relationship_requests (partner_id, at, id)',
  },
  {
    name: '0804-request-inbox',
    owner: 'tenant_id',
    ddl: `create table request_inbox (
      tenant_id uuid not null,
      partner_id uuid not null,
      invitation_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      primary key (tenant_id, partner_id, invitation_id)
    )`,
  },
  { name: '0805-request-inbox-by-age', ddl: 'create index request_inbox_by_age on request_inbox (tenant_id, at, id)' },
  {
    name: '0901-gdap-mails',
    owner: 'partner_id',
    ddl: `create table gdap_mails (
      partner_id uuid not null,
      mail_id uuid not null,
      relationship_id text not null,
      primary key (partner_id, mail_id)
    )`,
  },
  {
    name: '0902-gdap-mails-by-relationship',
    ddl: 'create index gdap_mails_by_relationship on gdap_mails (partner_id, relationship_id, mail_id)',
  },
  {
    name: '0903-dap-uses',
    owner: 'partner_id',
    ddl: `create table dap_uses (
      partner_id uuid not null,
      tenant_id uuid not null,
      last_used_at timestamptz not null,
      primary key (partner_id, tenant_id)
    )`,
  },
  { name: '0904-dap-since', ddl: 'alter table customers add column dap_since timestamptz' },
  {
    name: '0904-gdap-bound-requests',
    owner: 'partner_id',
    ddl: `create table gdap_bound_requests (
      partner_id uuid not null,
      id text not null,
      primary key (partner_id, id)
    )`,
  },
  /** Judges older rows by what the portal knows: an acceptance older than the work, or active rights. */
  { name: '1101-basis-of-customers', ddl: 'alter table customers add column basis text' },
  {
    name: '1102-basis-of-old-lists',
    ddl: `insert into customers (${required}, basis) select ${required}, case
        when relation = 'reseller' and exists (
          select 1 from partners_of_tenants as works
          join invitation_acceptances as yes on yes.tenant_id = works.tenant_id and yes.at >= works.since
          where works.partner_id = line.partner_id and works.tenant_id = line.id and yes.partner_id in (line.partner_id, line.owner_id)
        ) then 'accepted'
        when dap or gdap_active then 'granted'
        else 'said_by_partner'
      end
      from customers as line
      on conflict (partner_id, id) do update set basis = excluded.basis`,
  },
  {
    name: '1103-confirmed-partners',
    owner: 'tenant_id',
    ddl: `create table confirmed_partners (
      tenant_id uuid not null,
      partner_id uuid not null references organizations (id),
      since timestamptz not null,
      transacts boolean not null,
      primary key (tenant_id, partner_id)
    )`,
  },
  {
    name: '1104-confirmed-partners-of-old-lists',
    ddl: `insert into confirmed_partners (tenant_id, partner_id, since, transacts) select works.tenant_id,
      works.partner_id, works.since, works.transacts from partners_of_tenants as works
      join customers as line on line.partner_id = works.partner_id and line.id = works.tenant_id
      where line.basis <> 'said_by_partner'`,
  },
  { name: '1105-no-partners-that-only-say-so', ddl: 'drop table partners_of_tenants' },
  {
    name: '1106-customer-claims',
    owner: 'tenant_id',
    ddl: `create table customer_claims (
      tenant_id uuid not null,
      partner_id uuid not null references organizations (id),
      at timestamptz not null,
      stands boolean not null,
      disputed_at timestamptz,
      disputed_by text,
      primary key (tenant_id, partner_id)
    )`,
  },
  {
    name: '1107-customer-claims-by-age',
    ddl: 'create index customer_claims_by_age on customer_claims (tenant_id, at, partner_id) where stands',
  },
  {
    name: '1108-customer-claims-of-old-lists',
    ddl: `insert into customer_claims (tenant_id, partner_id, at, stands) select id, partner_id, last_event_at, true
      from customers where basis = 'said_by_partner' and relation <> 'none'`,
  },
]
