import { type Kysely, sql } from 'kysely'
import { searchTextOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

/** People have roles from several sources, and a Global admin decides who may enter. */
export const steps2280: readonly (Step | CodeStep)[] = [
  {
    name: '2280-people-held',
    ddl: `alter table users add column roles_of_directory jsonb, add column claims jsonb, add column roles_by_hand jsonb,
      add column removed_at timestamptz, add column removed_by text, add column version integer, add column search_text text collate "C",
      add column persona_signed_in_at timestamptz`,
  },
  { name: '2281-known-people-by-user', ddl: 'create index known_people_by_user on known_people (organization_id, user_id)' },
  {
    name: '2282-role-mappings',
    owner: 'organization_id',
    ddl: `create table role_mappings (
      organization_id uuid not null,
      mapping jsonb not null,
      version integer not null,
      primary key (organization_id)
    )`,
  },
  { name: '2283-people-searched', run: foldPeople },
  { name: '2284-audit-events-know-the-person', ddl: 'alter table audit_events add column performed_by_id uuid' },
  {
    name: '2285-audit-events-by-person',
    ddl: 'create index audit_events_by_person on audit_events (organization_id, performed_by_id) where performed_by_id is not null',
  },
  { name: '2286-audit-forgets-persons', run: letPersonsBeErased },
  {
    name: '2287-organizations-visiting',
    ddl: 'create index organizations_visiting on organizations (visiting_since) where visiting_since is not null',
  },
  { name: '2288-users-without-role', ddl: "create index users_without_role on users (organization_id, id) where roles = '[]'" },
]

const peopleAtOnce = 500

/** People of versions before are found, too. */
async function foldPeople(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const people = await db.selectFrom('users').select(['organization_id', 'id', 'display_name', 'email'])
      .where('search_text', 'is', null).limit(peopleAtOnce).execute()
    for (const { organization_id: owner, id, display_name: name, email } of people)
      await sql`update users set search_text = ${searchTextOf([name, email])} where organization_id = ${owner} and id = ${id}`.execute(db)
    if (people.length < peopleAtOnce) return
  }
}

/** Whoever erases a person says so in the transaction, as retention does; an engine without triggers goes without. */
async function letPersonsBeErased(db: Kysely<Database>): Promise<void> {
  await sql.raw(`
    do $guard$ begin
      create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' and current_setting('tessera.audit', true) = 'retention' then return old; end if;
        if tg_op = 'UPDATE' and current_setting('tessera.audit', true) = 'erasure' then return new; end if;
        raise exception '% is appended only', tg_table_name using errcode = 'TA001';
      end $$;
    exception when feature_not_supported then null;
    end $guard$`).execute(db)
}
