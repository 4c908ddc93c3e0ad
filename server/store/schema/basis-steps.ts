import type { Step } from './step.ts'

const required =
  'partner_id, id, company_name, domain, aliases, relation, dap, gdap_active, last_event_at, name_key, search_text, version'

/** Lines of before are judged by what the portal knows: a yes that is not older than the work it began, or rights that stand. */
export const basisSteps: readonly Step[] = [
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
]
