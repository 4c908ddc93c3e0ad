import { type Kysely, sql } from 'kysely'
import { searchTextOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

/** People have roles from several sources, and a Global admin decides who may enter. */
export const steps2280: readonly (Step | CodeStep)[] = [
  {
    name: '2280-people-held',
    ddl: `alter table users add column roles_of_directory jsonb, add column claims jsonb, add column roles_by_hand jsonb,
      add column removed_at timestamptz, add column removed_by text, add column version integer, add column search_text text collate "C"`,
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
