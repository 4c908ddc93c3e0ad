import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { reindexNames } from '../sql/reindex-names.ts'
import type { Database } from '../sql/tables/database.ts'
import { steps0001 } from './0001-organizations.ts'
import { steps0201 } from './0201-invitations.ts'
import { steps0501 } from './0501-relationships.ts'
import { steps0701 } from './0701-delegated-admin.ts'
import { steps0801 } from './0801-requests.ts'
import { steps1201 } from './1201-attestations.ts'
import { steps1901 } from './1901-answers.ts'
import { steps2020 } from './2020-orders-of-names.ts'
import { steps2080 } from './2080-moments.ts'
import { steps2100 } from './2100-request-sights.ts'
import { steps2200 } from './2200-access-tokens.ts'
import { steps2220 } from './2220-audit-chain.ts'
import { steps2240 } from './2240-organization-profiles.ts'
import { steps2260 } from './2260-sign-in.ts'
import { steps2280 } from './2280-people.ts'
import { steps2300 } from './2300-webhooks.ts'
import { steps2320 } from './2320-names-that-look-alike.ts'
import { steps2400 } from './2400-domain-looks.ts'
import { steps2401 } from './2401-vouched-people.ts'
import { steps2420 } from './2420-notices.ts'
import { steps2440 } from './2440-joining.ts'
import { steps2460 } from './2460-logos.ts'
import { steps2480 } from './2480-intents.ts'
import { steps2500 } from './2500-descriptions.ts'
import { steps2520 } from './2520-grams.ts'
import { steps2530 } from './2530-milestones.ts'
import { steps2540 } from './2540-filters.ts'
import { type CodeStep, runStep, type Step } from './step.ts'

/** In running order, which is the order of their names: a new step goes last. A step that has run keeps its name. */
export const steps: readonly (Step | CodeStep)[] = [
  ...steps0001, ...steps0201, ...steps0501, ...steps0701, ...steps0801, ...steps1201, ...steps1901, ...steps2020,
  ...steps2080, ...steps2100, ...steps2200, ...steps2220, ...steps2240, ...steps2260, ...steps2280,
  ...steps2300, ...steps2320, ...steps2400, ...steps2401, ...steps2420, ...steps2440, ...steps2460, ...steps2480,
  ...steps2500, ...steps2520, ...steps2530, ...steps2540,
]

const migrationOf = (step: Step | CodeStep): Migration => ({ up: (db: Kysely<Database>) => runStep(db, step) })

/** Migrates on any host; several processes may call it at once. Throws the database's error. */
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

/** Checks whether exactly these steps have run; Kysely would read the whole catalogue, a fifth of a second in a browser. */
async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const { rows: [log] } = await sql<{ isThere: boolean }>`select to_regclass('kysely_migration') is not null as "isThere"`.execute(db)
  if (!log?.isThere) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return done.size === steps.length && steps.every(({ name }) => done.has(name))
}
