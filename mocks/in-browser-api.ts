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
import { tabSessionPort } from './tab-session.ts'
import { turn } from './turn.ts'

/** Here nothing runs beside the API that would let time pass. */
const clockPause = 10_000

type Opened = { fetch: (request: Request) => Promise<Response>; close: () => Promise<void> }

/** The portal's API over PGlite in this browser. A write is answered when it would survive a reload. */
export function inBrowserApi(): SharedApi {
  let opened = open().catch(openAnew)
  return {
    fetch: async (request) => (await opened).fetch(request),
    async reset() {
      const before = opened
      opened = before.then(({ close }) => close(), () => undefined).then(openAnew)
      await opened
    },
  }
}

async function open(): Promise<Opened> {
  const { engine, flush, isNew } = await openEngine()
  const now = () => new Date()
  const links = { publicUrl: location.origin, secret: demoSecret }
  try {
    const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine, turn)) })
    await migrate(db)
    await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
    // Which takes a second. What a newer version has migrated is written with the next answer, or migrated again.
    if (isNew) await flush()
    const store = createStore(db)
    const ports = { store, ...links, now, newId: () => uuidV7(now()), turn, session: tabSessionPort, demo: true, sendsMail: false }
    const app = createApp(ports)
    // What fails is tried again the next time.
    const clock = setInterval(() => {
      void passGdapTime(ports).then((steps) => (steps > 0 ? flush() : undefined)).catch(() => undefined)
    }, clockPause)
    return {
      async fetch(request) {
        const answer = await app.fetch(request)
        return request.method === 'GET' ? answer : afterwards(answer, flush)
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

/** An older version of the demo may have left what this one cannot read; a demo's data can be made again. */
async function openAnew(): Promise<Opened> {
  await deleteFiles()
  return open()
}
