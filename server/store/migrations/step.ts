import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

/**
 * One statement, run once. `owner` names the column that every key of an owned table begins with, so that the table can be
 * distributed by it; tables without one are directories and reference tables, small or found by their key alone.
 */
export type Step = { name: string; ddl: string; owner?: string }

/** What no statement can do, run once in its place among the steps: on rows in bounded batches, or by what the engine has. */
export type CodeStep = { name: string; run: (db: Kysely<Database>) => Promise<void> }

/** On any host; `suffix` goes behind the statement. */
export const runStep = async (db: Kysely<Database>, step: Step | CodeStep, suffix = ''): Promise<void> =>
  'run' in step ? step.run(db) : void (await sql.raw(`${step.ddl}${suffix}`).execute(db))
