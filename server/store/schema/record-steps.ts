import type { Step } from './step.ts'

export const recordSteps: readonly Step[] = [
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
]
