import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'
import { actorColumns, actorOf } from './sessions.ts'
import type { Store } from '../store.ts'

const personasIn = (db: Kysely<Database>) =>
  db
    .selectFrom('user_directory')
    .innerJoin('users', (join) =>
      join.onRef('users.organization_id', '=', 'user_directory.organization_id').onRef('users.id', '=', 'user_directory.user_id'),
    )
    .innerJoin('organizations', 'organizations.id', 'user_directory.organization_id')
    .select([...actorColumns, 'user_directory.persona'])

export const users = (db: Kysely<Database>): Store['users'] => ({
  personas: async () => {
    const rows = await personasIn(db).where('persona', 'is not', null).orderBy('persona_position').execute()
    return rows.map((row) => ({ persona: row.persona ?? '', ...actorOf(row) }))
  },

  findPersona: async (persona) => {
    const row = await personasIn(db).where('persona', '=', persona).executeTakeFirst()
    return row && actorOf(row)
  },
})
