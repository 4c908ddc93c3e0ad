import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { createApp } from '../../server/app/create-app.ts'
import { createStore } from '../../server/store/store.ts'
import type { Database } from '../../server/store/sql/tables/database.ts'
import { uuidV7 } from '../../server/store/sql/uuid-v7.ts'

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

export const links = { publicUrl: 'http://localhost', secret: demoSecret }

/** Calls the API in this process over this store as a signed-in persona. */
export async function askAs(db: Kysely<Database>, persona: string): Promise<Ask> {
  let token = ''
  const now = () => new Date()
  const app = createApp({
    store: createStore(db), ...links, now, newId: () => uuidV7(now()), turn: () => setImmediate(), demo: true, sendsMail: false,
    meanwhile: (work) => void work,
    redrawLogo: () => Promise.resolve('busy'),
    session: { read: () => token || undefined, start: (made) => { token = made; return new Headers() }, end: () => new Headers() },
  })
  const ask: Ask = async (path, init) => app.fetch(new Request(`http://localhost/api${path}`, init))
  const body = JSON.stringify({ persona })
  await ask('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return ask
}
