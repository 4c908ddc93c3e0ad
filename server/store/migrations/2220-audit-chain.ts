import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

/** The log says through what and about whom; what is in it is chained, and only appended. */
export const steps2220: readonly (Step | CodeStep)[] = [
  {
    name: '2220-audit-events-say-more',
    ddl: `alter table audit_events add column through text, add column refused text, add column customer_id text,
      add column changed jsonb, add column is_chained boolean`,
  },
  { name: '2221-customers-of-old-audit-events', run: nameCustomers },
  { name: '2222-audit-events-by-age-alone-goes', ddl: 'drop index audit_events_by_age' },
  {
    // What filters ask stands behind the moment, so that a filtered page skips the other rows without reading them.
    name: '2223-audit-events-by-age',
    ddl: `create index audit_events_by_age on audit_events
      (organization_id, at, id, customer_id, action, performed_by, through, refused)`,
  },
  {
    name: '2224-audit-events-unchained',
    ddl: 'create index audit_events_unchained on audit_events (organization_id, at, id) where is_chained is null',
  },
  {
    name: '2225-audit-chain',
    owner: 'organization_id',
    ddl: `create table audit_chain (
      organization_id uuid not null,
      seq bigint not null,
      event_id uuid not null,
      at timestamptz not null,
      salt text,
      personal text not null,
      hash text not null,
      primary key (organization_id, seq)
    )`,
  },
  { name: '2226-audit-chain-by-event', ddl: 'create index audit_chain_by_event on audit_chain (organization_id, event_id)' },
  {
    name: '2227-audit-heads',
    owner: 'organization_id',
    ddl: `create table audit_heads (
      organization_id uuid not null,
      seq bigint not null,
      hash text not null,
      chained_at timestamptz,
      pruned_seq bigint not null,
      pruned_hash text not null,
      primary key (organization_id)
    )`,
  },
  {
    name: '2228-audit-settings',
    owner: 'organization_id',
    ddl: `create table audit_settings (
      organization_id uuid not null,
      retention_days integer not null,
      version integer not null,
      primary key (organization_id)
    )`,
  },
  { name: '2229-audit-is-appended-only', run: guardRows },
]

/** Rows of before tell their customer by the row that they are about. */
async function nameCustomers(db: Kysely<Database>): Promise<void> {
  await sql`update audit_events set customer_id = noun_id where noun = 'customers'`.execute(db)
  await sql`
    update audit_events as event set customer_id = gdap.customer_tenant_id::text from gdap_relationships as gdap
    where event.noun = 'delegated-admin' and event.noun_id = gdap.id and gdap.customer_tenant_id is not null`.execute(db)
}

const covered = `organization_id, id, at, action, noun, noun_id, performed_by, organization_name, details, through, refused, customer_id,
  changed`

/** Retention alone deletes, and says so in its own transaction. An engine without triggers goes without: the chain still tells. */
async function guardRows(db: Kysely<Database>): Promise<void> {
  await sql.raw(`
    do $guard$ begin
      create function refuse_audit_change() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' and current_setting('tessera.audit', true) = 'retention' then return old; end if;
        raise exception '% is appended only', tg_table_name using errcode = 'TA001';
      end $$;
      create trigger audit_events_appended_only before delete or update of ${covered} on audit_events
        for each row execute function refuse_audit_change();
      create trigger audit_chain_appended_only before delete or update on audit_chain
        for each row execute function refuse_audit_change();
    exception when feature_not_supported then null;
    end $guard$`).execute(db)
}
