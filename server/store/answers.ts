import type { Kysely } from 'kysely'
import type { Database } from './schema/database.ts'
import type { Store } from './store.ts'

export const answers = (db: Kysely<Database>): Store['answers'] => ({
  find: async (scope, key) => {
    const row = await db
      .selectFrom('answers')
      .select(['request_hash', 'status', 'body'])
      .where('organization_id', '=', scope.organizationId)
      .where('key', '=', key)
      .executeTakeFirst()
    return row && { requestHash: row.request_hash, status: row.status, body: JSON.parse(row.body) as unknown }
  },
})
