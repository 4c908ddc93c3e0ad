import pino from 'pino'
import type { ApiFetch } from '../session/api-session.ts'
import { DataDirInUse } from '../database/data-dir-lock.ts'
import type { Settings } from '../env.ts'
import { lockWhenEmbedded, openApi } from '../open-api.ts'

export type ReachedApi = { fetch: ApiFetch; where: string; close(): Promise<void> }

/**
 * Opens the data's API in this process, or reaches the running server that holds the directory over HTTP. Throws {@link DataDirInUse} when
 * the holder does not serve (yet).
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
    // The running portal sends the mails.
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
