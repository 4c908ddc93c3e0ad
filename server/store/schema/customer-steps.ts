import type { Step } from './step.ts'

export const customerSteps: readonly Step[] = [
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
]
