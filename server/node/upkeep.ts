import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'

const second = 1_000
const minute = 60 * second
const mebibyte = 1024 * 1024

/** Work that is done while the process runs, each kind again and again; a failure is logged and tried again the next time. */
export type Upkeep = { stop(): Promise<void> }

/** What is done again and again: cleaning up, and what time does to invitations and granular rights. */
export type Chores = {
  prune(): Promise<unknown>
  remindCustomers(): Promise<unknown>
  passGdapTime(): Promise<unknown>
  remindOfGdapEnds(): Promise<unknown>
  cleanUpGdap(): Promise<unknown>
}

/**
 * Does the chores while the process runs. The embedded engine has no processes beside it, so checkpoints (a short recovery, a small log)
 * and vacuum are done here, after enough has been written.
 */
export function startUpkeep<Database>(chores: Chores, log: Logger, embedded?: Kysely<Database>): Upkeep {
  const jobs = [
    every(60 * minute, () => chores.prune()),
    every(5 * minute, () => chores.remindCustomers()),
    every(10 * second, () => chores.passGdapTime()),
    every(5 * minute, () => chores.remindOfGdapEnds()),
    every(60 * minute, () => chores.cleanUpGdap()),
  ]
  if (embedded) jobs.push(every(minute, engineUpkeep(embedded)))
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }

  function every(pause: number, work: () => Promise<unknown>): Upkeep {
    let running: Promise<unknown> | undefined
    const timer = setInterval(() => {
      running ??= work()
        .catch((error: unknown) => log.error({ failure: String(error) }, 'upkeep failed'))
        .finally(() => (running = undefined))
    }, pause)
    timer.unref()
    return {
      async stop() {
        clearInterval(timer)
        await running
      },
    }
  }
}

/** Bytes of log written since the last time decide. A vacuum also makes fresh statistics. */
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
      await sql`vacuum (analyze)`.execute(db)
      atVacuum = position
    }
    if (position - atCheckpoint >= checkpointAfter) {
      await sql`checkpoint`.execute(db)
      atCheckpoint = position
    }
  }
}

async function logPosition<Database>(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::int8 as bytes`.execute(db)
  return rows[0]?.bytes ?? 0
}
