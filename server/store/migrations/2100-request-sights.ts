import { sql } from 'kysely'
import { keepSightsOf } from '../relationship-requests/sights.ts'
import type { CodeStep, Step } from './step.ts'

/** Everybody who sees requests finds them under its own key, in the order of the list. */
export const steps2100: readonly (Step | CodeStep)[] = [
  {
    name: '2100-request-sights',
    owner: 'tenant_id',
    ddl: `create table request_sights (
      tenant_id uuid not null,
      id uuid not null,
      as_customer boolean not null,
      partner_id uuid not null,
      invitation_id uuid not null,
      of_tenant_id uuid not null,
      shown_at timestamptz not null,
      lapses_at timestamptz not null,
      state text not null,
      stays boolean not null,
      primary key (tenant_id, id, as_customer)
    )`,
  },
  {
    name: '2101-request-sights-by-moment',
    ddl: 'create index request_sights_by_moment on request_sights (tenant_id, shown_at, id, lapses_at, state)',
  },
  {
    name: '2102-request-sights-by-lapse',
    ddl: 'create index request_sights_by_lapse on request_sights (tenant_id, lapses_at, id, stays, state)',
  },
  { name: '2103-request-sights-by-id', ddl: 'create index request_sights_by_id on request_sights (id)' },
  { name: '2104-sights-of-old-requests', run: (db) => keepSightsOf(db, sql`true`) },
  { name: '2105-no-request-inbox', ddl: 'drop table request_inbox' },
]
