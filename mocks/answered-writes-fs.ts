import { IdbFs } from '@electric-sql/pglite'

/**
 * PGlite's files in IndexedDB, written on {@link flush} and not after every statement, which costs 20–50 ms each. A flush is one IndexedDB
 * transaction, so a closed page leaves the files of the previous flush.
 */
export class AnsweredWritesFs extends IdbFs {
  #running: Promise<void> = Promise.resolve()
  #queued: Promise<void> | undefined

  override async syncToFs(): Promise<void> {}

  /** Resolves when everything written before the call would survive a reload. Concurrent calls share one flush. */
  flush(): Promise<void> {
    this.#queued ??= this.#running.catch(() => undefined).then(() => {
      this.#queued = undefined
      this.#running = super.syncToFs()
      return this.#running
    })
    return this.#queued
  }

  /** Closes the database of an engine that did not open: browsers delete no open database. */
  letGo(): void {
    const { dbs } = (this.pg?.Module.IDBFS ?? { dbs: {} }) as unknown as { dbs: Record<string, IDBDatabase> }
    for (const database of Object.values(dbs)) database.close()
  }
}
