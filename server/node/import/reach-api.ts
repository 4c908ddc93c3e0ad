import pino from 'pino'
import type { ApiFetch } from '../session/api-session.ts'
import { DataDirInUse } from '../database/data-dir-lock.ts'
import type { Settings } from '../env.ts'
import { isLoopback } from '../loopback.ts'
import { lockWhenEmbedded, openApi } from '../open-api.ts'

/** Thrown when a portal's address is none, or nothing answers there. */
export class BadAddress extends Error {}

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

/**
 * Reaches a portal at its address, over https unless it is on this machine, so that nobody on the way reads the token. Follows no redirect,
 * which could lead the token elsewhere.
 */
export function reachPortal(address: string): ReachedApi {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname.replace(/[[\]]/g, '')))))
    throw new BadAddress(`${address} is no portal's address. Wanted: https:// and a host name, such as https://portal.example.`)
  return {
    fetch: (path, init) =>
      fetch(new URL(path, url.origin), { ...init, redirect: 'error' }).catch((error: Error) => {
        throw new BadAddress(`${url.origin} cannot be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`)
      }),
    where: `through the portal at ${url.origin}`,
    close: async () => {},
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
