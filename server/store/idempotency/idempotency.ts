import type { Kysely } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

export type StoredAnswer = { requestHash: string; status: number; body: unknown }

export const idempotency = (db: Kysely<Database>) => ({
  find: async (scope: Scope, key: string): Promise<StoredAnswer | undefined> => (await findAll(db, scope, [key])).get(key),
  /** The answers of these keys (at most 500). */
  findAll: (scope: Scope, keys: readonly string[]): Promise<Map<string, StoredAnswer>> => findAll(db, scope, keys),
})

async function findAll(db: Kysely<Database>, scope: Scope, keys: readonly string[]): Promise<Map<string, StoredAnswer>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('answers')
    .select(['key', 'request_hash', 'status', 'body'])
    .where('organization_id', '=', scope.organizationId)
    .where('key', 'in', keys)
    .execute()
  return new Map(
    rows.map((row) => [row.key, { requestHash: row.request_hash, status: row.status, body: JSON.parse(row.body) as unknown }]),
  )
}
