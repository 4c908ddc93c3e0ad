import { PGlite } from '@electric-sql/pglite'
import { AnsweredWritesFs } from './answered-writes-fs.ts'
import { emptyStore } from './empty-store.ts'

const directory = 'tessera'
const databaseName = `/pglite/${directory}`

export type InBrowserEngine = {
  engine: PGlite
  flush: () => Promise<void>
  /** Whether this browser had no files of it yet. */
  isNew: boolean
}

/** PGlite over IndexedDB; waits until no other worker has it open, since the engine itself would let two write to the same files. */
export async function openEngine(): Promise<InBrowserEngine> {
  await holdStoreLock()
  const fs = new AnsweredWritesFs(directory)
  const isNew = !(await hasFiles())
  const archive = isNew ? await emptyStore() : undefined
  const engine = await PGlite.create({ fs, ...(archive ? { loadDataDir: archive } : {}) })
  return { engine, flush: () => fs.flush(), isNew }
}

/** Needs the engine to be closed. */
export function deleteFiles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('The browser did not delete the database.'))
  })
}

/** A database that was never flushed exists, but empty. */
async function hasFiles(): Promise<boolean> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === databaseName)) return false
  const database = await result(indexedDB.open(databaseName))
  const stores = [...database.objectStoreNames]
  const counts = await Promise.all(stores.map((store) => result(database.transaction(store).objectStore(store).count())))
  database.close()
  return counts.some((count) => count > 0)
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser did not open the database.'))
  })
}

let lock: Promise<void> | undefined

function holdStoreLock(): Promise<void> {
  lock ??= new Promise((resolve) => {
    void navigator.locks.request('tessera-store', () => {
      resolve()
      return new Promise<never>(() => undefined)
    })
  })
  return lock
}
