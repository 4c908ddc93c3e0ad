import type { Kysely } from 'kysely'
import type { Database } from '../../store/sql/tables/database.ts'
import { type CompanyKey, organizationId } from './people.ts'

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
