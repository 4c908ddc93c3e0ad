import type { Kysely } from 'kysely'
import type { Database } from '../../store/sql/tables/database.ts'
import { type CompanyKey, organizationId } from './people.ts'
import type { World } from './world.ts'

/** Gives an organisation one more Helpdesk agent by app role, `removedAt` ISO once it may not enter; returns the person's id. */
export async function giveColleague(
  db: Kysely<Database>, company: CompanyKey, displayName: string, removedAt: string | null = null,
): Promise<string> {
  const person = { organization_id: organizationId(company), id: crypto.randomUUID() }
  await db
    .insertInto('users')
    .values({
      ...person, display_name: displayName, email: '', search_text: displayName.toLowerCase(), locale: 'en',
      roles: '["helpdesk_agent"]', roles_of_directory: '[]', claims: '["HelpdeskAgent"]',
      removed_at: removedAt, removed_by: removedAt && 'Somebody',
    })
    .execute()
  return person.id
}

/** Deeds of a Global admin among its people; `named` makes a name that is new in this round. */
export async function peopleDeeds(world: World, named: (text: string) => string) {
  const colleague = (name: string, removedAt: string | null = null) => giveColleague(world.db, 'proseware', named(name), removedAt)
  const boss = { by: 'reseller2.globaladmin' } as const
  const anyVersion = { 'If-Match': '*' }
  return {
    'PATCH /people/{id}': { ...boss, path: `/people/${await colleague('given')}`, body: { roles: ['sales_agent'] }, headers: anyVersion },
    'DELETE /people/{id}': { ...boss, path: `/people/${await colleague('removed')}`, headers: anyVersion },
    'POST /people/{id}/restore': { ...boss, path: `/people/${await colleague('restored', world.now().toISOString())}/restore` },
    'POST /people/{id}/erase': { ...boss, path: `/people/${await colleague('erased', world.now().toISOString())}/erase` },
    'GET /people/{id}/data': { ...boss, path: `/people/${await colleague('read')}/data` },
    'DELETE /people/{id}/sessions': { ...boss, path: `/people/${await colleague('signed out')}/sessions` },
    'PUT /role-mapping': { ...boss, body: { rows: [{ claim: named('Admins'), role: 'admin_agent' }] }, headers: anyVersion },
  } as const
}
