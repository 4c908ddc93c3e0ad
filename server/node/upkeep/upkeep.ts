import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'

const second = 1_000
const minute = 60 * second
const mebibyte = 1024 * 1024

/** Repeated work while the process runs; a failure is logged and retried. */
export type Upkeep = { stop(): Promise<void> }

/** The repeated work: clean-up, and the time-driven steps of invitations, GDAP and proofs of domains. */
export type UpkeepJobs = {
  prune(): Promise<unknown>
  remindCustomers(): Promise<unknown>
  tellPeople(): Promise<unknown>
  passGdapTime(): Promise<unknown>
  remindOfGdapEnds(): Promise<unknown>
  cleanUpGdap(): Promise<unknown>
  chainAudit(): Promise<unknown>
  pruneAudit(): Promise<unknown>
  lookAtDomains(): Promise<unknown>
}

type Around<Database> = {
  log: Logger
  /** Checked before each job, since all depend on the clock. */
  mayGoOn: () => Promise<boolean>
  embedded?: Kysely<Database> | undefined
}

/**
 * Runs the jobs. The embedded engine has no background processes, so this also runs checkpoints (a short recovery, a small log), vacuum and
 * statistics, after enough writes.
 */
export function startUpkeep<Database>(jobs: UpkeepJobs, { log, mayGoOn, embedded }: Around<Database>): Upkeep {
  const timed = (pause: number, work: () => Promise<unknown>) => every(pause, async () => (await mayGoOn()) && work())
  const running = [
    timed(minute, () => jobs.prune()),
    timed(5 * minute, () => jobs.remindCustomers()),
    timed(10 * second, () => jobs.tellPeople()),
    timed(10 * second, () => jobs.passGdapTime()),
    timed(5 * minute, () => jobs.remindOfGdapEnds()),
    timed(60 * minute, () => jobs.cleanUpGdap()),
    timed(10 * second, () => jobs.chainAudit()),
    timed(60 * minute, () => jobs.pruneAudit()),
    timed(60 * minute, () => jobs.lookAtDomains()),
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

/** The bytes of log since the last run decide. Works table by table, so that nobody waits for all. */
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
 * Analyses every table that has grown by half and by 16 pages, since plans for an empty table are slow on a full one. Page counts need no
 * read.
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
