import type { Step } from './step.ts'

export const steps0501: readonly Step[] = [
  {
    name: '0501-partners-of-tenants',
    owner: 'tenant_id',
    ddl: `create table partners_of_tenants (
      tenant_id uuid not null,
      partner_id uuid not null references organizations (id),
      since timestamptz not null,
      transacts boolean not null,
      primary key (tenant_id, partner_id)
    )`,
  },
  {
    name: '0502-partners-of-tenants-of-old-lists',
    ddl: `insert into partners_of_tenants (tenant_id, partner_id, since, transacts) select id, partner_id, last_event_at,
      relation = 'reseller' and owner_id is not distinct from partner_id
      from customers where relation = 'reseller' or dap or gdap_active`,
  },
  { name: '0503-no-tenant-partners', ddl: 'drop table tenant_partners' },
  {
    name: '0504-subscriptions',
    owner: 'tenant_id',
    ddl: `create table subscriptions (
      tenant_id uuid not null,
      id uuid not null,
      facts jsonb not null,
      version integer not null,
      primary key (tenant_id, id)
    )`,
  },
  {
    name: '0505-attestations',
    owner: 'tenant_id',
    ddl: `create table attestations (
      tenant_id uuid not null,
      partner_id uuid not null references organizations (id),
      at timestamptz not null,
      attestation jsonb not null,
      primary key (tenant_id)
    )`,
  },
  {
    name: '0506-admin-requests',
    owner: 'tenant_id',
    ddl: `create table admin_requests (
      tenant_id uuid not null,
      reseller_id uuid not null references organizations (id),
      owner_id uuid not null references organizations (id),
      asked_at timestamptz not null,
      asked_by text not null,
      primary key (tenant_id, reseller_id)
    )`,
  },
  {
    name: '0507-partner-facts',
    ddl: `create table partner_facts (
      organization_id uuid primary key references organizations (id),
      agreement_signed boolean not null,
      global_account_id text,
      transitioning boolean not null
    )`,
  },
  {
    name: '0508-organizations-by-partner-id',
    ddl: 'create index organizations_by_partner_id on organizations (mpn_id) where mpn_id is not null',
  },
  {
    name: '0509-partner-facts-by-global-account',
    ddl: 'create index partner_facts_by_global_account on partner_facts (global_account_id) where global_account_id is not null',
  },
  {
    name: '0510-invitation-services',
    owner: 'partner_id',
    ddl: `create table invitation_services (
      partner_id uuid not null,
      invitation_id uuid not null,
      service text not null,
      primary key (partner_id, invitation_id, service),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0601-outbox',
    owner: 'organization_id',
    ddl: `create table outbox (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      intent text not null,
      kind text not null,
      partner_id uuid not null,
      invitation_id uuid not null,
      link_number integer not null,
      to_address text not null,
      language text not null,
      subject text not null,
      body text not null,
      from_name text not null,
      reply_to text,
      state text not null,
      at timestamptz not null,
      attempts integer not null,
      said text,
      leased_until timestamptz,
      handed_over_at timestamptz,
      version integer not null,
      primary key (organization_id, id),
      unique (organization_id, intent)
    )`,
  },
  { name: '0602-outbox-by-state', ddl: 'create index outbox_by_state on outbox (state, at)' },
  { name: '0603-outbox-by-invitation', ddl: 'create index outbox_by_invitation on outbox (partner_id, invitation_id, at)' },
]
