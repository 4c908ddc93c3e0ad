import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { AnsweredWritesFs } from './answered-writes-fs.ts'
import { emptyStore } from './empty-store.ts'
import { engineParts } from './engine-parts.ts'
import type { StartStep } from './start-state.ts'

const directory = 'tessera'
const databaseName = `/pglite/${directory}`

export type InBrowserEngine = {
  engine: PGlite
  /** Rejects when the browser has no room. */
  flush: () => Promise<void>
  /** Whether this browser had no files yet. */
  isNew: boolean
  /** Whether the browser keeps files at all. */
  isKept: boolean
}

/**
 * Opens PGlite over IndexedDB, or in memory where the browser keeps nothing; waits until no other worker has it open, since the engine
 * would let two write to the same files. Rejects with `ProgramMissing` before it reads any kept file.
 */
export async function openEngine(tell: (step: StartStep) => void): Promise<InBrowserEngine> {
  tell('program')
  const parts = engineParts()
  parts.catch(() => undefined)
  await holdStoreLock(() => tell('waiting'))
  const files = await hasFiles().catch(() => undefined)
  const archive = files === true ? undefined : emptyStore()
  archive?.catch(() => undefined)
  const options = await parts
  tell('database')
  const loadDataDir = await archive
  const kept = files === undefined ? undefined : new AnsweredWritesFs(directory)
  const engine = await PGlite.create({ ...options, fs: kept ?? new MemoryFS(), ...(loadDataDir ? { loadDataDir } : {}) })
    .catch((error: unknown) => {
      kept?.letGo()
      throw error
    })
  return { engine, flush: async () => kept?.flush(), isNew: files !== true, isKept: kept !== undefined }
}

/** Needs a closed engine. Deletes nothing where the browser keeps nothing. */
export async function deleteFiles(): Promise<void> {
  if ((await hasFiles().catch(() => undefined)) === undefined) return
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('The browser did not delete the database.'))
  })
}

/** A database that was never flushed exists without files. Rejects where the browser keeps nothing. */
async function hasFiles(): Promise<boolean> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === databaseName)) return false
  const database = await result(indexedDB.open(databaseName))
  try {
    const stores = [...database.objectStoreNames]
    const counts = await Promise.all(stores.map((store) => result(database.transaction(store).objectStore(store).count())))
    return counts.some((count) => count > 0)
  } finally {
    database.close()
  }
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser did not open the database.'))
  })
}

let lock: Promise<void> | undefined

/** Calls `whenHeld` when another worker holds it. */
function holdStoreLock(whenHeld: () => void): Promise<void> {
  lock ??= new Promise((resolve) => {
    const hold = () => {
      resolve()
      return new Promise<never>(() => undefined)
    }
    void navigator.locks.request('tessera-store', { ifAvailable: true }, (granted) => {
      if (granted) return hold()
      whenHeld()
      void navigator.locks.request('tessera-store', hold)
      return undefined
    })
  })
  return lock
}
