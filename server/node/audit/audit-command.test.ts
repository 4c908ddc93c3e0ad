import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import type { Database } from '../../store/sql/tables/database.ts'
import { createStore } from '../../store/store.ts'
import { contoso, later, openWithCast, scopeFor, writeOf } from '../../store/testing/cast.ts'
import { postgres } from '../../store/testing/test-engines.ts'
import { lockDataDir } from '../database/data-dir-lock.ts'
import { openEmbeddedStore } from '../database/embedded-store.ts'
import { prepareDataDir, runToEnd } from '../testing/portal-process.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tessera-audit-'))
  await prepareDataDir(dataDir)
})
afterAll(() => rm(dataDir, { recursive: true }))

const verifying = (...args: string[]) => runToEnd('audit/audit-command.ts', { DATA_DIR: dataDir }, ['verify', ...args])

async function inEmbeddedStore(work: (db: Kysely<Database>) => Promise<unknown>) {
  const lock = lockDataDir(dataDir, () => new Date())
  const opened = await openEmbeddedStore<Database>(lock)
  await work(opened.db)
  await opened.close()
  lock.release()
}

it('verifies the embedded store, and names the first row that somebody changed behind its back', async () => {
  await inEmbeddedStore((db) => createStore(db).audit.chain(new Date(Date.now() + 60_000).toISOString()))
  const whole = await verifying()
  expect([whole.code, whole.stderr]).toEqual([0, ''])
  expect(whole.stdout).toMatch(/^holds {3}Contoso Distribution \(\S+\): \d{2,} entries, 0 not chained yet$/m)
  expect(whole.stdout).toContain('Every chain holds.')

  let changed = ''
  await inEmbeddedStore((db) =>
    db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      const link = await trx.selectFrom('audit_chain').select('event_id').where('organization_id', '=', contoso.id).where('seq', '=', 7)
        .executeTakeFirstOrThrow()
      changed = link.event_id
      await trx.updateTable('audit_events').set({ performed_by: 'Somebody else' }).where('id', '=', changed).execute()
    }))
  const broken = await verifying('--organization', contoso.tenantId)
  expect(broken.code).toBe(1)
  expect(broken.stdout).toContain(`BROKEN  Contoso Distribution (${contoso.tenantId}) at number 7, entry ${changed}: who did it`)
})

it('says who holds the data, and what it cannot check', async () => {
  const lock = lockDataDir(dataDir, () => new Date())
  expect(await verifying()).toMatchObject({ code: 2, stderr: expect.stringMatching(/in use by process \d+.*Stop it first/) as string })
  lock.release()
  const unknown = '00000000-0000-4000-8000-000000000000'
  expect(await verifying('--organization', unknown)).toMatchObject({ code: 2, stderr: expect.stringContaining(unknown) as string })
  expect(await runToEnd('audit/audit-command.ts', { DATA_DIR: dataDir })).toMatchObject({
    code: 2, stderr: expect.stringContaining('Usage: npm run audit') as string,
  })
})

it('verifies PostgreSQL beside the portals that use it', async () => {
  const opened = await openWithCast(postgres)
  const { db, store } = opened
  await store.audit.saveSettings(scopeFor('provider.admin'), { retentionDays: 90, version: 0 }, writeOf([contoso.id]))
  await store.audit.chain(later(1).toISOString())
  const { rows: [named] } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${named?.name}`
  const answer = await runToEnd('audit/audit-command.ts', { DATABASE_URL: url.href, DATA_DIR: dataDir }, ['verify'])
  expect(answer).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1 entries, 0 not chained yet') as string })
  await opened.close()
})
