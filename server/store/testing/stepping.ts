import type { Kysely } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

/**
 * The same database, in which `step` happens once: right after the first statement that names this table has its answer, before whoever
 * asked goes on. For PostgreSQL, since the statement's connection is held meanwhile.
 */
export function steppingAfter(db: Kysely<Database>, table: keyof Database, step: () => Promise<unknown>): Kysely<Database> {
  const awaited = new WeakSet<object>()
  let isOver = false
  return db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      if (!isOver && JSON.stringify(node).includes(`"${table}"`)) awaited.add(queryId)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      if (awaited.has(queryId) && !isOver) {
        isOver = true
        await step()
      }
      return result
    },
  })
}
