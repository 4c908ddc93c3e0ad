import type { Step } from './step.ts'

/** Webhooks of organisations, and what is on its way to each. */
export const steps2300: readonly Step[] = [
  {
    name: '2300-webhooks',
    owner: 'organization_id',
    ddl: `create table webhooks (
      organization_id uuid not null,
      id uuid not null,
      url text not null,
      events jsonb not null,
      last_four text not null,
      created_at timestamptz not null,
      created_by text not null,
      failing_since timestamptz,
      disabled_at timestamptz,
      disabled_because text,
      version integer not null,
      primary key (organization_id, id)
    )`,
  },
  {
    name: '2301-webhook-deliveries',
    owner: 'organization_id',
    ddl: `create table webhook_deliveries (
      organization_id uuid not null,
      webhook_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      event text not null,
      request text not null,
      state text not null,
      due_at timestamptz,
      attempts integer not null,
      tried_at timestamptz,
      fault text,
      status integer,
      response text,
      version integer not null,
      primary key (organization_id, webhook_id, id)
    )`,
  },
  {
    name: '2302-webhook-deliveries-due',
    ddl: "create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting'",
  },
  {
    name: '2303-webhook-deliveries-not-delivered',
    ddl: `create index webhook_deliveries_not_delivered on webhook_deliveries (organization_id, webhook_id, state, id)
      where state <> 'delivered'`,
  },
  { name: '2304-webhook-deliveries-by-age', ddl: 'create index webhook_deliveries_by_age on webhook_deliveries (at)' },
]
