import { type Kysely, sql, type Transaction } from 'kysely'
import { inTransaction } from '../sql/transaction.ts'
import type { Database } from '../sql/tables/database.ts'
import { chainColumns, linkHash, noLink, personalDigest } from './canonical-row.ts'

/** Reading and hashing so many rows takes a few milliseconds. */
const batch = 200

/** Rows this young are left to the next turn: an earlier one may still be on its way. */
const settledAfterMs = 5_000

/**
 * Appends every settled row to its organisation's chain, and returns how many. Any number of processes may do it at once: whoever holds
 * the head appends, and the others pass on. No writer waits for it.
 */
export const chain =
  (db: Kysely<Database>) =>
  async (now: string): Promise<number> => {
    const before = new Date(Date.parse(now) - settledAfterMs).toISOString()
    let done = 0
    for (let own = await nextWaiting(db, before); own !== undefined; own = await nextWaiting(db, before, own)) {
      const owner = own
      let appended: number
      do {
        appended = await inTransaction(db, (trx) => append(trx, owner, before))
        done += appended
      } while (appended === batch)
    }
    return done
  }

/** The next organisation with rows to chain; each is found by one look into the index. */
async function nextWaiting(db: Kysely<Database>, before: string, after?: string): Promise<string | undefined> {
  let query = db.selectFrom('audit_events').select('organization_id').where('is_chained', 'is', null).where('at', '<', before)
  if (after !== undefined) query = query.where('organization_id', '>', after)
  return (await query.orderBy('organization_id').limit(1).executeTakeFirst())?.organization_id
}

async function append(trx: Transaction<Database>, own: string, before: string): Promise<number> {
  const empty = { organization_id: own, seq: 0, hash: noLink, chained_at: null, pruned_seq: 0, pruned_hash: noLink }
  await trx.insertInto('audit_heads').values(empty).onConflict((conflict) => conflict.column('organization_id').doNothing()).execute()
  const head = await trx
    .selectFrom('audit_heads')
    .select(['seq', 'hash', 'chained_at'])
    .where('organization_id', '=', own)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!head) return 0
  const rows = await trx
    .selectFrom('audit_events')
    .select(chainColumns)
    .where('organization_id', '=', own)
    .where('is_chained', 'is', null)
    .where('at', '<', before)
    .orderBy('at')
    .orderBy('id')
    .limit(batch)
    .execute()
  const last = rows.at(-1)
  if (!last) return 0
  let { seq, hash } = head
  const links = rows.map((row) => {
    const salt = newSalt()
    const personal = personalDigest(row, salt)
    seq += 1
    hash = linkHash(hash, seq, row, personal)
    return { organization_id: own, seq, event_id: row.id, at: row.at, salt, personal, hash }
  })
  await trx.insertInto('audit_chain').values(links).execute()
  await trx
    .updateTable('audit_events')
    .set({ is_chained: true })
    .where('organization_id', '=', own)
    .where('id', 'in', rows.map(({ id }) => id))
    .execute()
  const chained_at = head.chained_at !== null && head.chained_at > last.at ? head.chained_at : last.at
  await trx.updateTable('audit_heads').set({ seq, hash, chained_at }).where('organization_id', '=', own).execute()
  return rows.length
}

const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const prunedAtOnce = 500

/**
 * Deletes one batch of each chain's oldest links with their rows, once they are older than the organisation keeps them; returns how many.
 * The last one deleted stays as the anchor from which the chain is verified. Call it until nothing is left.
 */
export const pruneChains =
  (db: Kysely<Database>, usualDays: number) =>
  async (now: string): Promise<number> => {
    const { rows: due } = await sql<{ organization_id: string; until: string }>`
      select head.organization_id, ${now}::timestamptz - coalesce(chosen.retention_days, ${usualDays}::int) * interval '1 day' as until
      from audit_heads as head
      left join audit_settings as chosen on chosen.organization_id = head.organization_id
      join audit_chain as oldest on oldest.organization_id = head.organization_id and oldest.seq = head.pruned_seq + 1
      where oldest.at < ${now}::timestamptz - coalesce(chosen.retention_days, ${usualDays}::int) * interval '1 day'
      limit 100`.execute(db)
    let done = 0
    for (const { organization_id: own, until } of due) done += await inTransaction(db, (trx) => pruneOne(trx, own, until))
    return done
  }

async function pruneOne(trx: Transaction<Database>, own: string, until: string): Promise<number> {
  const head = await trx.selectFrom('audit_heads').select('pruned_seq').where('organization_id', '=', own).forUpdate().skipLocked()
    .executeTakeFirst()
  if (!head) return 0
  const oldest = await trx
    .selectFrom('audit_chain')
    .select(['seq', 'event_id', 'at', 'hash'])
    .where('organization_id', '=', own)
    .where('seq', '>', head.pruned_seq)
    .orderBy('seq')
    .limit(prunedAtOnce)
    .execute()
  const kept = oldest.findIndex(({ at }) => at >= until)
  const over = kept === -1 ? oldest : oldest.slice(0, kept)
  const last = over.at(-1)
  if (!last) return 0
  await sql`select set_config('tessera.audit', 'retention', true)`.execute(trx)
  await trx.deleteFrom('audit_events').where('organization_id', '=', own).where('id', 'in', over.map(({ event_id }) => event_id)).execute()
  await trx.deleteFrom('audit_chain').where('organization_id', '=', own).where('seq', '<=', last.seq).execute()
  await trx.updateTable('audit_heads').set({ pruned_seq: last.seq, pruned_hash: last.hash }).where('organization_id', '=', own).execute()
  return over.length
}
