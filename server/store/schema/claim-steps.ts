import type { Step } from './step.ts'

/** Of lines of before it is known that they were imported where nothing else says how they came. */
export const claimSteps: readonly Step[] = [
  { name: '1920-withdrawn-disputes', ddl: 'alter table customer_claims add column withdrawn_at timestamptz, add column withdrawn_by text' },
  {
    name: '1921-line-events',
    owner: 'partner_id',
    ddl: `create table line_events (
      partner_id uuid not null references organizations (id),
      tenant_id uuid not null,
      at timestamptz not null,
      action text not null,
      performed_by text not null,
      primary key (partner_id, tenant_id, at, action)
    )`,
  },
  {
    name: '1922-imports-of-old-lists',
    ddl: `insert into line_events (partner_id, tenant_id, at, action, performed_by) select line.partner_id, line.id,
      coalesce(claim.at, line.last_event_at), 'customer.imported', ''
      from customers as line
      left join customer_claims as claim on claim.partner_id = line.partner_id and claim.tenant_id = line.id
      where line.basis in ('said_by_partner', 'granted') and not exists (
        select 1 from audit_events as event
        where event.organization_id = line.partner_id and event.noun = 'customers' and event.noun_id = line.id::text
          and event.action in ('relationship.created', 'relationship.extended')
      )`,
  },
]
