import { type Kysely, sql } from 'kysely'
import { keptFor } from '../../server/store/sql/prune.ts'
import type { Database } from '../../server/store/sql/tables/database.ts'

const batch = 20_000

/**
 * Adds the answers and changes of a portal with `perSecond` writes that is older than they are kept: copies of the one write so far, spread
 * over that time. Returns the number of rows.
 */
export async function giveAge(db: Kysely<Database>, perSecond: number, now: Date): Promise<{ answers: number; changes: number }> {
  const each = 1 / perSecond
  const answers = Math.floor((keptFor.answers / 1000) * perSecond)
  const writes = Math.floor((keptFor.changes / 1000) * perSecond)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from changes`.execute(db)
  const changes = writes * (rows[0]?.count ?? 0)
  for (let from = 1; from <= answers; from += batch)
    await sql`
      insert into answers (organization_id, key, request_hash, status, body, at)
      select organization_id, encode(sha256((number || key)::bytea), 'hex'), request_hash, status, body,
        ${now}::timestamptz - number * ${each}::float8 * interval '1 second'
      from (select * from answers limit 1) as first, generate_series(${from}::int, ${Math.min(answers, from + batch - 1)}::int) as number
    `.execute(db)
  await sql`
    insert into changes (organization_id, sequence, at, noun, noun_id, change)
    select organization_id, -(number * 1000 + sequence), ${now}::timestamptz - number * ${each}::float8 * interval '1 second',
      noun, noun_id, change
    from (select * from changes) as first, generate_series(1, ${writes}::int) as number`.execute(db)
  await sql`vacuum (analyze) answers`.execute(db)
  await sql`vacuum (analyze) changes`.execute(db)
  return { answers, changes }
}
