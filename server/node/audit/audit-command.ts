import { inspect, parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import { chainedOrganizations, verifyChain } from '../../store/audit/verify.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import { DataDirInUse, DataDirUnusable } from '../database/data-dir-lock.ts'
import { openEmbeddedStore } from '../database/embedded-store.ts'
import { openPostgresStore, StoreUnreachable } from '../database/postgres-store.ts'
import { BadSettings, readSettings, type Settings } from '../env.ts'
import { lockWhenEmbedded } from '../open-api.ts'
import { verdictLines } from './verdict-lines.ts'

const usage = `Usage: npm run audit -- verify [--organization TENANT]
  Recomputes the chain of each organisation's audit log, or of the one with this tenant id, and names the first row that does not fit.
  Exit code: 0 all chains hold, 1 one is broken, 2 not checked.`

/** Its message tells the person at the command why nothing was checked. */
class NotChecked extends Error {}

const refusals = [NotChecked, BadSettings, DataDirInUse, DataDirUnusable, StoreUnreachable]
/** PostgreSQL's undefined_table and undefined_column. */
const ofOlderVersion = ['42P01', '42703']

try {
  const { tenantId } = readArguments()
  process.exitCode = (await inStore(readSettings(), (db) => verifyAll(db, tenantId))) ? 0 : 1
} catch (error) {
  process.stderr.write(`${said(error)}\n`)
  process.exitCode = 2
}

function said(error: unknown): string {
  if (error instanceof Error && 'code' in error && ofOlderVersion.includes(String(error.code)))
    return 'This database has no audit chain. Start the portal of this version once; it makes the tables and chains what is there.'
  return error instanceof Error && refusals.some((kind) => error instanceof kind) ? error.message : inspect(error)
}

function readArguments(): { tenantId: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { organization: { type: 'string' } } })
    if (positionals.length === 1 && positionals[0] === 'verify') return { tenantId: values.organization?.toLowerCase() }
  } catch (error) {
    throw new NotChecked(`${(error as Error).message}\n${usage}`)
  }
  throw new NotChecked(usage)
}

/** Opens what the portal's settings name, for reading; a large table may take any time. */
async function inStore<Result>(settings: Settings, work: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  const lock = lockWhenEmbedded(settings, () => new Date())
  try {
    const opened = lock
      ? await openEmbeddedStore<Database>(lock)
      : await openPostgresStore<Database>(settings.databaseUrl ?? '', { connections: 1, statementTimeout: 0, answerTimeout: 0 })
    return await work(opened.db).finally(() => opened.close())
  } finally {
    lock?.release()
  }
}

/** Resolves to whether every chain holds. */
async function verifyAll(db: Kysely<Database>, tenantId: string | undefined): Promise<boolean> {
  const organizations = await chainedOrganizations(db, tenantId)
  if (organizations.length === 0)
    throw new NotChecked(tenantId === undefined ? 'The store has no audit entries yet.' : `No organisation has the tenant id ${tenantId}.`)
  let broken = 0
  for (const organization of organizations) {
    const report = await verifyChain(db, organization.id)
    if (report.broken) broken += 1
    process.stdout.write(`${verdictLines(organization, report).join('\n')}\n`)
  }
  process.stdout.write(broken === 0 ? 'Every chain holds.\n' : `${broken} of ${organizations.length} chains are broken.\n`)
  return broken === 0
}
