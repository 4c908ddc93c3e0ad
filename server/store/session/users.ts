import type { Kysely } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Persona, User } from '../../../domain/session/schemas.ts'
import type { Database } from '../sql/tables/database.ts'
import { actorColumns, actorOf } from './sessions.ts'

const personasIn = (db: Kysely<Database>) =>
  db
    .selectFrom('user_directory')
    .innerJoin('users', (join) =>
      join.onRef('users.organization_id', '=', 'user_directory.organization_id').onRef('users.id', '=', 'user_directory.user_id'),
    )
    .innerJoin('organizations', 'organizations.id', 'user_directory.organization_id')
    .select([...actorColumns, 'user_directory.persona'])

export const users = (db: Kysely<Database>) => ({
  personas: async (): Promise<Persona[]> => {
    const rows = await personasIn(db).where('persona', 'is not', null).orderBy('persona_position').execute()
    return rows.map((row) => ({ persona: row.persona ?? '', ...actorOf(row) }))
  },

  /** `isRemoved`: a Global admin of the organisation lets the person in no more. */
  findPersona: async (persona: string): Promise<{ user: User; organization: Organization; isRemoved: boolean } | undefined> => {
    const row = await personasIn(db).select('users.removed_at').where('persona', '=', persona).executeTakeFirst()
    return row && { ...actorOf(row), isRemoved: row.removed_at !== null }
  },
})
