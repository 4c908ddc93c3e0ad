import type { Step } from './step.ts'

export const steps0201: readonly Step[] = [
  {
    name: '0201-invitations',
    owner: 'partner_id',
    ddl: `create table invitations (
      partner_id uuid not null references organizations (id),
      id uuid not null,
      state text not null,
      since timestamptz not null,
      delivery text not null,
      reseller_id uuid references organizations (id),
      customer jsonb,
      reusable boolean not null,
      include_dap boolean not null,
      language text not null,
      expires_at timestamptz not null,
      note text,
      created_at timestamptz not null,
      created_by text not null,
      accepted_count integer not null,
      accepted_by_id uuid references organizations (id),
      decline_reason text,
      link_number integer not null,
      search_text text collate "C" not null,
      version integer not null,
      primary key (partner_id, id)
    )`,
  },
  { name: '0202-invitations-by-age', ddl: 'create index invitations_by_age on invitations (partner_id, created_at, id)' },
  { name: '0203-invitations-by-state', ddl: 'create index invitations_by_state on invitations (partner_id, state, created_at, id)' },
  {
    name: '0204-invitation-inbox',
    owner: 'partner_id',
    ddl: `create table invitation_inbox (
      partner_id uuid not null references organizations (id),
      invitation_id uuid not null,
      owner_id uuid not null references organizations (id),
      created_at timestamptz not null,
      primary key (partner_id, invitation_id)
    )`,
  },
  {
    name: '0205-invitation-inbox-by-age',
    ddl: 'create index invitation_inbox_by_age on invitation_inbox (partner_id, created_at, invitation_id)',
  },
  {
    name: '0206-invitation-forwards',
    owner: 'partner_id',
    ddl: `create table invitation_forwards (
      partner_id uuid not null,
      invitation_id uuid not null,
      position integer not null,
      at timestamptz not null,
      performed_by text not null,
      email text not null,
      primary key (partner_id, invitation_id, position),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0207-invitation-links',
    ddl: `create table invitation_links (
      token_hash text primary key,
      owner_id uuid not null,
      invitation_id uuid not null,
      reissued boolean not null
    )`,
  },
  {
    name: '0208-invitation-links-by-invitation',
    ddl: 'create index invitation_links_by_invitation on invitation_links (owner_id, invitation_id)',
  },
  {
    name: '0209-invitation-acceptances',
    owner: 'partner_id',
    ddl: `create table invitation_acceptances (
      partner_id uuid not null,
      invitation_id uuid not null,
      tenant_id uuid not null,
      receipt_id uuid not null,
      at timestamptz not null,
      primary key (partner_id, invitation_id, tenant_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0210-receipts',
    owner: 'organization_id',
    ddl: `create table receipts (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      at timestamptz not null,
      owner_id uuid not null,
      invitation_id uuid not null,
      body jsonb not null,
      primary key (organization_id, id)
    )`,
  },
  { name: '0211-receipts-by-age', ddl: 'create index receipts_by_age on receipts (organization_id, at, id)' },
  {
    name: '0212-customer-agreements',
    owner: 'organization_id',
    ddl: `create table customer_agreements (
      organization_id uuid not null references organizations (id),
      accepted_at timestamptz not null,
      accepted_by text not null,
      primary key (organization_id)
    )`,
  },
  {
    name: '0301-audit-events',
    owner: 'organization_id',
    ddl: `create table audit_events (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      at timestamptz not null,
      action text not null,
      noun text not null,
      noun_id text not null,
      performed_by text not null,
      organization_name text not null,
      details jsonb not null,
      primary key (organization_id, id)
    )`,
  },
  { name: '0302-audit-events-by-age', ddl: 'create index audit_events_by_age on audit_events (organization_id, at, id)' },
  { name: '0303-audit-events-by-row', ddl: 'create index audit_events_by_row on audit_events (organization_id, noun, noun_id, at, id)' },
  {
    name: '0304-answers',
    owner: 'organization_id',
    ddl: `create table answers (
      organization_id uuid not null references organizations (id),
      key text not null,
      request_hash text not null,
      status integer not null,
      body text not null,
      at timestamptz not null,
      primary key (organization_id, key)
    )`,
  },
  { name: '0305-answers-by-age', ddl: 'create index answers_by_age on answers (at)' },
  {
    name: '0306-change-heads',
    owner: 'organization_id',
    ddl: `create table change_heads (
      organization_id uuid not null references organizations (id),
      last bigint not null,
      primary key (organization_id)
    )`,
  },
  {
    name: '0307-changes',
    owner: 'organization_id',
    ddl: `create table changes (
      organization_id uuid not null references organizations (id),
      sequence bigint not null,
      at timestamptz not null,
      noun text not null,
      noun_id text not null,
      change text not null,
      primary key (organization_id, sequence)
    )`,
  },
  { name: '0308-changes-by-age', ddl: 'create index changes_by_age on changes (at)' },
  {
    name: '0401-customer-counts',
    owner: 'partner_id',
    ddl: `create table customer_counts (
      partner_id uuid not null references organizations (id),
      count integer not null,
      primary key (partner_id)
    )`,
  },
  {
    name: '0402-customer-counts-of-old-lists',
    ddl: 'insert into customer_counts (partner_id, count) select partner_id, count(*) from customers group by partner_id',
  },
]
