import type { Kysely } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

/**
 * Wraps a database so that `step` runs once, right after the first statement on this table and before its caller continues. For PostgreSQL,
 * since it holds the statement's connection.
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
