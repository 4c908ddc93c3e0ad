import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { answerSteps } from './answer-steps.ts'
import { basisSteps } from './basis-steps.ts'
import { claimSteps } from './claim-steps.ts'
import { customerSteps } from './customer-steps.ts'
import { endsSteps } from './ends-steps.ts'
import { factsSteps } from './facts-steps.ts'
import { identitySteps } from './identity-steps.ts'
import { invitationSteps } from './invitation-steps.ts'
import { gdapSteps } from './gdap-steps.ts'
import { limitSteps } from './limit-steps.ts'
import { mailSteps } from './mail-steps.ts'
import { recordSteps } from './record-steps.ts'
import { reminderSteps } from './reminder-steps.ts'
import { relationshipSteps } from './relationship-steps.ts'
import { requestSteps } from './request-steps.ts'
import { partnershipSteps } from './partnership-steps.ts'
import type { Database } from './database.ts'
import { domainSteps } from './redomain.ts'
import { reindexNames } from './reindex.ts'
import { searchSteps } from './search-steps.ts'
import { type CodeStep, runStep, type Step } from './step.ts'
import { templateSteps } from './template-steps.ts'
import { trackingSteps } from './tracking-steps.ts'
import { upkeepSteps } from './upkeep-steps.ts'

/** In the order in which they run. */
export const steps: readonly (Step | CodeStep)[] = [
  ...identitySteps,
  ...customerSteps,
  ...invitationSteps,
  ...recordSteps,
  ...relationshipSteps,
  ...mailSteps,
  ...limitSteps,
  ...templateSteps,
  ...trackingSteps,
  ...reminderSteps,
  ...requestSteps,
  ...gdapSteps,
  ...endsSteps,
  ...basisSteps,
  ...claimSteps,
  ...upkeepSteps,
  ...factsSteps,
  ...answerSteps,
  ...partnershipSteps,
  ...searchSteps,
  ...domainSteps,
].toSorted((a, b) => (a.name < b.name ? -1 : 1))

const migrationOf = (step: Step | CodeStep): Migration => ({ up: (db: Kysely<Database>) => runStep(db, step) })

/** Brings the tables up to date on any host. Several processes may call it at once. Throws what the database said. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  if (!(await isUpToDate(db))) await runSteps(db)
  await reindexNames(db)
}

async function runSteps(db: Kysely<Database>): Promise<void> {
  const migrations = Object.fromEntries(steps.map((step) => [step.name, migrationOf(step)]))
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** Whether these very steps have run; Kysely would read the whole catalogue to say so, which takes a fifth of a second in a browser. */
async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const { rows: [log] } = await sql<{ isThere: boolean }>`select to_regclass('kysely_migration') is not null as "isThere"`.execute(db)
  if (!log?.isThere) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return done.size === steps.length && steps.every(({ name }) => done.has(name))
}
