import type { Step } from './step.ts'

export const steps0001: readonly Step[] = [
  {
    name: '0001-organizations',
    ddl: `create table organizations (
      id uuid primary key,
      tenant_id uuid not null unique,
      display_name text not null,
      domain text not null,
      kind text not null,
      cloud text not null,
      country text not null,
      mpn_id text
    )`,
  },
  {
    name: '0002-users',
    owner: 'organization_id',
    ddl: `create table users (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      display_name text not null,
      email text not null,
      roles jsonb not null,
      locale text not null,
      primary key (organization_id, id)
    )`,
  },
  {
    name: '0003-user-directory',
    ddl: `create table user_directory (
      user_id uuid primary key,
      organization_id uuid not null,
      persona text unique,
      persona_position integer
    )`,
  },
  {
    name: '0004-sessions',
    ddl: `create table sessions (
      token_hash text primary key,
      organization_id uuid not null,
      user_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      idle_expires_at timestamptz not null,
      idle_milliseconds integer not null
    )`,
  },
  {
    name: '0005-partnerships',
    owner: 'partner_id',
    ddl: `create table partnerships (
      partner_id uuid not null references organizations (id),
      id uuid not null,
      reseller_id uuid not null references organizations (id),
      reseller_name_key text collate "C" not null,
      state text not null,
      rank smallint not null,
      created_at timestamptz not null,
      version integer not null,
      primary key (partner_id, id),
      unique (partner_id, reseller_id)
    )`,
  },
  {
    name: '0006-partnerships-by-name',
    ddl: 'create index partnerships_by_name on partnerships (partner_id, rank, reseller_name_key, id)',
  },
  {
    name: '0007-partnership-inbox',
    owner: 'partner_id',
    ddl: `create table partnership_inbox (
      partner_id uuid not null references organizations (id),
      partnership_id uuid not null,
      provider_id uuid not null references organizations (id),
      provider_name_key text collate "C" not null,
      primary key (partner_id, partnership_id),
      unique (partner_id, provider_id)
    )`,
  },
  {
    name: '0101-customers',
    owner: 'partner_id',
    ddl: `create table customers (
      partner_id uuid not null references organizations (id),
      id uuid not null,
      company_name text not null,
      domain text not null,
      aliases jsonb not null,
      country text,
      relation text not null,
      relation_text text,
      owner_id uuid references organizations (id),
      reseller_id uuid references organizations (id),
      dap boolean not null,
      gdap_active boolean not null,
      gdap_next_end timestamptz,
      last_event_at timestamptz not null,
      name_key text collate "C" not null,
      search_text text collate "C" not null,
      version integer not null,
      primary key (partner_id, id)
    )`,
  },
  { name: '0102-customers-by-name', ddl: 'create index customers_by_name on customers (partner_id, name_key, id)' },
  { name: '0103-customers-by-event', ddl: 'create index customers_by_event on customers (partner_id, last_event_at, id)' },
  { name: '0104-customers-by-relation', ddl: 'create index customers_by_relation on customers (partner_id, relation, name_key, id)' },
  {
    name: '0105-customers-by-reseller',
    ddl: 'create index customers_by_reseller on customers (partner_id, reseller_id, name_key, id) where reseller_id is not null',
  },
  { name: '0106-customers-with-dap', ddl: 'create index customers_with_dap on customers (partner_id, name_key, id) where dap' },
  { name: '0107-customers-with-gdap', ddl: 'create index customers_with_gdap on customers (partner_id, name_key, id) where gdap_active' },
  {
    name: '0108-customers-without-admin',
    ddl: 'create index customers_without_admin on customers (partner_id, name_key, id) where not dap and not gdap_active',
  },
  {
    name: '0109-tenant-partners',
    owner: 'tenant_id',
    ddl: `create table tenant_partners (
      tenant_id uuid not null,
      partner_id uuid not null references organizations (id),
      since timestamptz not null,
      primary key (tenant_id, partner_id)
    )`,
  },
]
