import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

/**
 * One statement, run once. `owner` names the first column of every key of an owned table, by which it can be distributed; tables without
 * one are directories and reference tables, small or read by key.
 */
export type Step = { name: string; ddl: string; owner?: string }

/** A step in code, run once: on rows in bounded batches, or depending on the engine. */
export type CodeStep = { name: string; run: (db: Kysely<Database>) => Promise<void> }

/** Runs on any host; `suffix` follows the statement. */
export const runStep = async (db: Kysely<Database>, step: Step | CodeStep, suffix = ''): Promise<void> =>
  'run' in step ? step.run(db) : void (await sql.raw(`${step.ddl}${suffix}`).execute(db))
