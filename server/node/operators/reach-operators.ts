import { createOperatorsApp } from '../../app/create-app.ts'
import { createStore } from '../../store/store.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { DataDirInUse } from '../database/data-dir-lock.ts'
import { openTables } from '../database/open-tables.ts'
import type { Settings } from '../env.ts'
import { lockWhenEmbedded } from '../open-api.ts'

type ReachedOperators = {
  ask(path: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

/**
 * Opens the store in this process, or reaches the running portal that holds it. Throws {@link DataDirInUse} when the holder takes no
 * commands (yet).
 */
export async function reachOperators(settings: Settings, now = () => new Date()): Promise<ReachedOperators> {
  try {
    return await inThisProcess(settings, now)
  } catch (error) {
    const door = error instanceof DataDirInUse ? error.holder?.operators : undefined
    if (!door) throw error
    return {
      ask: asking((path, init) => fetch(new URL(path, door.address), {
        ...init, headers: { ...init.headers, Authorization: `Bearer ${door.token}` },
      })),
      close: async () => {},
    }
  }
}

async function inThisProcess(settings: Settings, now: () => Date): Promise<ReachedOperators> {
  const lock = lockWhenEmbedded(settings, now)
  try {
    const opened = await openTables(settings, lock)
    const app = createOperatorsApp({ store: createStore(opened.db), now, newId: () => uuidV7(now()) })
    return {
      ask: asking((path, init) => Promise.resolve(app.request(path, init))),
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

type Sent = { method: string; headers: Record<string, string>; body?: string }

const asking = (send: (path: string, init: Sent) => Promise<Response>) => async (path: string, body?: unknown): Promise<unknown> => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await send(path, body === undefined ? { method: 'GET', headers } : { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`The portal answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
