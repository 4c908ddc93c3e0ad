import { existsSync, writeSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pgliteEngine } from '../../store/sql/pglite-dialect.ts'
import type { Answer, Statement } from './engine-port.ts'
import { diskIsFull, saysDiskFull } from './disk-full.ts'
import { SyncedNodeFS, syncTree } from './synced-node-fs.ts'

/**
 * Opens PostgreSQL over this thread's directory, making it if missing, and runs statements in order until it is told to close. Calls `sync`
 * with a file descriptor for every fsync of PostgreSQL.
 */
export async function serveEngine(sync?: (fileDescriptor: number) => void): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('An engine runs in a thread of its own.')
  const say = (answer: Answer) => port.postMessage(answer)
  const { directory } = workerData as { directory: string }
  if (!existsSync(directory)) await initialise(directory)
  const engine = pgliteEngine(await startEngine(directory, sync))
  const run = ({ sql, parameters }: Statement) =>
    engine.query(sql, parameters).then((result) => ({ result }), (error: Error) => ({ failure: failureOf(error) }))
  port.on('message', (statement: Statement | 'close') => {
    if (statement === 'close') void engine.close().finally(() => process.exit())
    else void run(statement).then((came) => say({ id: statement.id, isInTransaction: engine.isInTransaction(), ...came }))
  })
  say('open')
}

/** A copied error keeps only its message; PostgreSQL's other fields are texts. */
const failureOf = (error: Error) => ({
  message: error.message,
  facts: Object.fromEntries(Object.entries(error).filter(([, fact]) => typeof fact === 'string')),
})

/** Makes the directory aside and moves it into place once it is on disk, so that an interrupted first start leaves nothing half made. */
async function initialise(directory: string): Promise<void> {
  const draft = `${directory}.new`
  await rm(draft, { recursive: true, force: true })
  await (await startEngine(draft)).close()
  await syncTree(draft)
  await rename(draft, directory)
  await syncTree(join(directory, '..'), { deep: false })
}

/**
 * PostgreSQL ends itself (PANIC) when a log record cannot be written or synced. This build would loop for ever or swallow the error, so the
 * thread and the process end at that line; the next start recovers from the log.
 */
function endThread(line: string): never {
  writeSync(2, `The embedded store had to stop. ${saysDiskFull(line) ? `${diskIsFull} ` : ''}${line}\n`)
  process.exit(1)
}

const startEngine = (directory: string, sync?: (fileDescriptor: number) => void): Promise<PGlite> =>
  PGlite.create({
    fs: new SyncedNodeFS(directory, sync),
    onStderr: (line) => (line.includes(' PANIC: ') ? endThread(line) : true),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c', 'wal_sync_method=fsync',
      '-c', 'shared_buffers=32MB',
    ],
  })
