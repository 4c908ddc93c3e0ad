import pino from 'pino'
import type { ApiFetch } from '../session/api-session.ts'
import { DataDirInUse } from '../database/data-dir-lock.ts'
import type { Settings } from '../env.ts'
import { lockWhenEmbedded, openApi } from '../open-api.ts'

export type ReachedApi = { fetch: ApiFetch; /** For a person: where the data is. */ where: string; close(): Promise<void> }

/**
 * The API that owns the data: opened in this process, or, when a running server has the data directory, that one over HTTP.
 * Throws {@link DataDirInUse} when the holder serves nowhere (yet).
 */
export async function reachApi(settings: Settings, now = () => new Date()): Promise<ReachedApi> {
  try {
    return await inThisProcess(settings, now)
  } catch (error) {
    const address = error instanceof DataDirInUse ? error.holder?.address : undefined
    if (!address) throw error
    return {
      fetch: (path, init) => fetch(new URL(path, address), init),
      where: `through the portal that runs at ${address}`,
      close: async () => {},
    }
  }
}

async function inThisProcess(settings: Settings, now: () => Date): Promise<ReachedApi> {
  const lock = lockWhenEmbedded(settings, now)
  const publicUrl = settings.publicUrl ?? 'http://localhost'
  try {
    // Mails are the running portal's to send.
    const opened = await openApi({ ...settings, mail: undefined }, { lock, publicUrl, log: pino({ level: 'silent' }), now })
    return {
      fetch: async (path, init) => opened.api.fetch(new Request(new URL(path, publicUrl), init)),
      where: lock ? `in ${lock.dataDir}` : 'in PostgreSQL',
      async close() {
        await opened.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
