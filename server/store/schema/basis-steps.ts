import type { Step } from './step.ts'

/** Lines that were there before are judged by what the portal knows: a yes that is not older than the work it began, or rights that stand. */
export const basisSteps: readonly Step[] = [
  { name: '1101-basis-of-customers', ddl: `alter table customers add column basis text not null default 'said_by_partner'` },
  {
    name: '1102-accepted-customers',
    ddl: `update customers set basis = 'accepted' where relation = 'reseller' and exists (
      select 1 from partners_of_tenants as works
      join invitation_acceptances as yes on yes.tenant_id = works.tenant_id and yes.at >= works.since
      where works.partner_id = customers.partner_id and works.tenant_id = customers.id
        and (yes.partner_id = customers.partner_id or yes.partner_id = customers.owner_id)
    )`,
  },
  {
    name: '1103-customers-with-rights',
    ddl: `update customers set basis = 'granted' where basis = 'said_by_partner' and (dap or gdap_active)`,
  },
  {
    name: '1104-no-partners-that-only-say-so',
    ddl: `delete from partners_of_tenants using customers as line
      where line.partner_id = partners_of_tenants.partner_id and line.id = partners_of_tenants.tenant_id and line.basis = 'said_by_partner'`,
  },
  {
    name: '1105-customer-claims',
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
    name: '1106-customer-claims-by-age',
    ddl: 'create index customer_claims_by_age on customer_claims (tenant_id, at, partner_id) where stands',
  },
  {
    name: '1107-customer-claims-of-old-lists',
    ddl: `insert into customer_claims (tenant_id, partner_id, at, stands)
      select id, partner_id, last_event_at, true from customers where basis = 'said_by_partner' and relation <> 'none'`,
  },
  {
    name: '1108-daily-counts',
    owner: 'organization_id',
    ddl: `create table daily_counts (
      organization_id uuid not null,
      what text not null,
      day text not null,
      count integer not null,
      primary key (organization_id, what)
    )`,
  },
]
