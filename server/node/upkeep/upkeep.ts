import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'

const second = 1_000
const minute = 60 * second
const mebibyte = 1024 * 1024

/** Work that is done while the process runs, each kind again and again; a failure is logged and tried again the next time. */
export type Upkeep = { stop(): Promise<void> }

/** What is done again and again: cleaning up, and what time does to invitations and granular rights. */
export type UpkeepJobs = {
  prune(): Promise<unknown>
  remindCustomers(): Promise<unknown>
  passGdapTime(): Promise<unknown>
  remindOfGdapEnds(): Promise<unknown>
  cleanUpGdap(): Promise<unknown>
}

type Around<Database> = {
  log: Logger
  /** Asked before each job, since all of them go by the time. */
  mayGoOn: () => Promise<boolean>
  embedded?: Kysely<Database> | undefined
}

/**
 * Does the jobs while the process runs. The embedded engine has no processes beside it, so checkpoints (a short recovery, a small log),
 * vacuum and fresh statistics are seen to here, after enough has been written.
 */
export function startUpkeep<Database>(jobs: UpkeepJobs, { log, mayGoOn, embedded }: Around<Database>): Upkeep {
  const timed = (pause: number, work: () => Promise<unknown>) => every(pause, async () => (await mayGoOn()) && work())
  const running = [
    timed(minute, () => jobs.prune()),
    timed(5 * minute, () => jobs.remindCustomers()),
    timed(10 * second, () => jobs.passGdapTime()),
    timed(5 * minute, () => jobs.remindOfGdapEnds()),
    timed(60 * minute, () => jobs.cleanUpGdap()),
  ]
  if (embedded) running.push(every(minute, engineUpkeep(embedded)), every(10 * second, () => analyzeGrown(embedded)))
  return {
    async stop() {
      await Promise.all(running.map((job) => job.stop()))
    },
  }

  function every(pause: number, work: () => Promise<unknown>): Upkeep {
    let atWork: Promise<unknown> | undefined
    const timer = setInterval(() => {
      atWork ??= work()
        .catch((error: unknown) => log.error({ failure: String(error) }, 'upkeep failed'))
        .finally(() => (atWork = undefined))
    }, pause)
    timer.unref()
    return {
      async stop() {
        clearInterval(timer)
        await atWork
      },
    }
  }
}

/** Bytes of log written since the last time decide. One table after the other, so that nobody waits for all of them. */
export function engineUpkeep<Database>(
  db: Kysely<Database>,
  { checkpointAfter = 16 * mebibyte, vacuumAfter = 64 * mebibyte } = {},
): () => Promise<void> {
  let atCheckpoint: number | undefined
  let atVacuum: number | undefined
  return async () => {
    const position = await logPosition(db)
    atCheckpoint ??= position
    atVacuum ??= position
    if (position - atVacuum >= vacuumAfter) {
      for (const table of await tablesOf(db)) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
      atVacuum = position
    }
    if (position - atCheckpoint >= checkpointAfter) {
      await sql`checkpoint`.execute(db)
      atCheckpoint = position
    }
  }
}

/**
 * Fresh statistics for every table that has grown by half, and by 16 pages, since it last had some: plans for an empty table are slow on
 * a full one. A table's pages are known without reading it.
 */
export async function analyzeGrown<Database>(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public'
      and pg_relation_size(c.oid) / current_setting('block_size')::int >= 1.5 * c.relpages + 16`.execute(db)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}

async function tablesOf<Database>(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  return rows.map(({ name }) => name)
}

async function logPosition<Database>(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::int8 as bytes`.execute(db)
  return rows[0]?.bytes ?? 0
}
