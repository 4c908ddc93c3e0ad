import { type Kysely, sql } from 'kysely'
import { dayOf } from '../../domain/limits/limit.ts'
import type { Database } from './schema/database.ts'
import type { Store } from './store.ts'

const day = 24 * 60 * 60 * 1000
const batch = 10_000

export const prune =
  (db: Kysely<Database>): Store['prune'] =>
  async (now) => {
    const before = (days: number) => new Date(Date.parse(now) - days * day).toISOString()
    const sessions = await sql`
      delete from sessions where token_hash in (
        select token_hash from sessions where expires_at <= ${now} or idle_expires_at <= ${now} limit ${batch}
      ) returning 1`.execute(db)
    const answers = await sql`
      delete from answers where (organization_id, key) in (
        select organization_id, key from answers where at < ${before(30)} order by at limit ${batch}
      ) returning 1`.execute(db)
    const changes = await sql`
      delete from changes where (organization_id, sequence) in (
        select organization_id, sequence from changes where at < ${before(1)} order by at limit ${batch}
      ) returning 1`.execute(db)
    const limits = await sql`
      delete from limits where (owner, what, day) in (
        select owner, what, day from limits where day < ${dayOf(before(1))} order by day limit ${batch}
      ) returning 1`.execute(db)
    return { limits: limits.rows.length, sessions: sessions.rows.length, answers: answers.rows.length, changes: changes.rows.length }
  }
