import { IdbFs } from '@electric-sql/pglite'

/**
 * PGlite's files in IndexedDB, written when {@link flush} is called and not after every statement, which costs 20–50 ms each.
 * One flush is one IndexedDB transaction: a page that is closed meanwhile leaves the files as the flush before left them.
 */
export class AnsweredWritesFs extends IdbFs {
  #running: Promise<void> = Promise.resolve()
  #queued: Promise<void> | undefined

  override async syncToFs(): Promise<void> {}

  /** Resolves when everything written before the call would survive a reload. Calls that wait together share one flush. */
  flush(): Promise<void> {
    this.#queued ??= this.#running.catch(() => undefined).then(() => {
      this.#queued = undefined
      this.#running = super.syncToFs()
      return this.#running
    })
    return this.#queued
  }

  /** After an engine that did not open: the browser deletes no database that somebody has open. */
  letGo(): void {
    const { dbs } = (this.pg?.Module.IDBFS ?? { dbs: {} }) as unknown as { dbs: Record<string, IDBDatabase> }
    for (const database of Object.values(dbs)) database.close()
  }
}
