import { Kysely } from 'kysely'
import { createApp } from '../server/app/create-app.ts'
import { passGdapTime } from '../server/app/gdap-time.ts'
import { linkOf } from '../server/app/invitation-links.ts'
import { createStore } from '../server/store/create-store.ts'
import { seedDemo } from '../server/store/demo/seed-demo.ts'
import { pgliteDialect, pgliteEngine } from '../server/store/pglite-dialect.ts'
import type { Database } from '../server/store/schema/database.ts'
import { migrate } from '../server/store/schema/migrate.ts'
import { uuidV7 } from '../server/store/uuid-v7.ts'
import type { SharedApi } from './api-port.ts'
import { demoSecret } from './demo-secret.ts'
import { deleteFiles, openEngine } from './in-browser-store.ts'
import { ProgramMissing, type StartState, type StoreNotice } from './start-state.ts'
import { tabSessionPort } from './tab-session.ts'
import { turn } from './turn.ts'

/** Here nothing runs beside the API that would let time pass. */
const clockPause = 10_000

type Opened = { fetch: (request: Request) => Promise<Response>; close: () => Promise<void> }
type Tell = (state: StartState) => void

/**
 * The portal's API over PGlite in this browser, opened at once. A write is answered when it would survive a reload, where the browser
 * keeps anything. What could not be opened is opened again for whoever comes next.
 */
export function inBrowserApi(): SharedApi {
  const watchers = new Set<Tell>()
  let state: StartState = { at: 'program' }
  const tell: Tell = (next) => {
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const started = (opening: Promise<Opened>) => {
    opening.catch((error: unknown) => {
      const failed = error instanceof ProgramMissing ? 'program' : 'database'
      tell({ failed, why: error instanceof Error ? error.message : String(error) })
    })
    return opening
  }
  let opened = started(openOrAnew(tell))
  return {
    fetch: async (request) => (await opened).fetch(request),
    async reset() {
      const before = opened
      opened = started(before.then(({ close }) => close(), () => undefined).then(deleteFiles).then(() => open(tell)))
      await opened
    },
    watch(watcher) {
      if ('failed' in state) opened = started(openOrAnew(tell))
      watchers.add(watcher)
      watcher(state)
      return () => void watchers.delete(watcher)
    },
  }
}

async function open(tell: Tell, before: readonly StoreNotice[] = []): Promise<Opened> {
  const { engine, flush, isNew, isKept } = await openEngine((at) => tell({ at }))
  const now = () => new Date()
  const links = { publicUrl: location.origin, secret: demoSecret }
  let notices: readonly StoreNotice[] = isKept ? before : [...before, 'memory']
  const keep = () => flush().catch(() => {
    if (notices.includes('full')) return
    notices = [...notices, 'full']
    tell({ ready: notices })
  })
  try {
    const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine, turn)) })
    tell({ at: 'data' })
    await migrate(db)
    await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
    tell({ at: 'portal' })
    const store = createStore(db)
    const ports = { store, ...links, now, newId: () => uuidV7(now()), turn, session: tabSessionPort, demo: true, sendsMail: false }
    const app = createApp(ports)
    // What fails is tried again the next time.
    const clock = setInterval(() => {
      void passGdapTime(ports).then((steps) => (steps > 0 ? keep() : undefined)).catch(() => undefined)
    }, clockPause)
    tell({ ready: notices })
    // What a newer version has migrated is written with the next answer, or migrated again.
    if (isNew) void keep()
    return {
      async fetch(request) {
        const answer = await app.fetch(request)
        return request.method === 'GET' ? answer : afterwards(answer, keep)
      },
      close: () => {
        clearInterval(clock)
        return engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The answer, which ends when what is to be done afterwards is done; it may be writing until then. */
async function afterwards(answer: Response, done: () => Promise<void>): Promise<Response> {
  if (answer.body) return new Response(answer.body.pipeThrough(new TransformStream({ flush: done })), answer)
  await done()
  return answer
}

/** An older version of the demo, or a browser that stopped, may have left what cannot be opened; a demo's data can be made again. */
async function openOrAnew(tell: Tell): Promise<Opened> {
  try {
    return await open(tell)
  } catch (error) {
    if (error instanceof ProgramMissing) throw error
    await deleteFiles()
    return open(tell, ['anew'])
  }
}
