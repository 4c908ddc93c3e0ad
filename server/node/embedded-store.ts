import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, type LogEvent } from 'kysely'
import { pgliteDialect } from '../store/pglite-dialect.ts'
import type { DataDirLock } from './data-dir-lock.ts'
import { diskIsFull, saysDiskFull } from './disk-full.ts'
import { keepWasmCode } from './keep-wasm-code.ts'
import { SyncedNodeFS, syncTree } from './synced-node-fs.ts'

export type StoreOptions = {
  /** Told of every SQL statement that has finished. */
  onQuery?: ((event: LogEvent) => void) | undefined
}

type Disk = {
  /** Called with a file descriptor for every fsync that PostgreSQL asks for. */
  sync?: (fileDescriptor: number) => void
  /** Called when PostgreSQL can no longer go on; must not return. */
  panicked?: (line: string) => never
}

/** A store's connection and the way to end it. */
export type OpenedStore<Database> = { db: Kysely<Database>; close(): Promise<void> }

/**
 * PostgreSQL inside this process, its files in `DATA_DIR/store`. A commit returns after its log record has reached the disk.
 * Needs the directory's lock, since the engine itself would let two processes write to the same files.
 */
export async function openEmbeddedStore<Database>(
  lock: Pick<DataDirLock, 'dataDir'>,
  { onQuery, ...disk }: StoreOptions & Disk = {},
): Promise<OpenedStore<Database>> {
  const directory = join(lock.dataDir, 'store')
  if (!existsSync(directory)) await initialise(directory)
  const engine = await startEngine(directory, disk)
  const db = new Kysely<Database>({ dialect: pgliteDialect(engine), ...(onQuery && { log: onQuery }) })
  return {
    db,
    async close() {
      if (!engine.closed) await engine.exec('checkpoint')
      await db.destroy()
      if (!engine.closed) await engine.close()
    },
  }
}

/** Made aside and moved into place when complete and on disk: a first start that is cut short leaves nothing half made. */
async function initialise(directory: string): Promise<void> {
  const draft = `${directory}.new`
  await rm(draft, { recursive: true, force: true })
  await (await startEngine(draft)).close()
  await syncTree(draft)
  await rename(draft, directory)
  await syncTree(join(directory, '..'), { deep: false })
}

/**
 * PostgreSQL ends itself (PANIC) when a log record cannot be written or synced, since nobody knows then what the disk holds. This build
 * would go round for ever instead, or swallow the error, so the process ends at that line; the next start recovers from the log.
 */
const endProcess: NonNullable<Disk['panicked']> = (line) => {
  process.stderr.write(`The embedded store had to stop. ${saysDiskFull(line) ? `${diskIsFull} ` : ''}${line}\n`)
  process.exit(1)
}

function startEngine(directory: string, { sync, panicked = endProcess }: Disk = {}): Promise<PGlite> {
  keepWasmCode()
  return PGlite.create({
    fs: new SyncedNodeFS(directory, sync),
    onStderr: (line) => (line.includes(' PANIC: ') ? panicked(line) : true),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c', 'wal_sync_method=fsync',
      '-c', 'shared_buffers=32MB',
    ],
  })
}
