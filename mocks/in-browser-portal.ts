import type { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { createApp } from '../server/app/create-app.ts'
import { passGdapTime } from '../server/app/gdap/time.ts'
import { linkOf } from '../server/app/invitations/links.ts'
import { createStore } from '../server/store/store.ts'
import { seedDemo } from '../server/store/demo/seed-demo.ts'
import { pgliteDialect, pgliteEngine } from '../server/store/sql/pglite-dialect.ts'
import type { Database } from '../server/store/sql/tables/database.ts'
import { migrate } from '../server/store/migrations/migrate.ts'
import { uuidV7 } from '../server/store/sql/uuid-v7.ts'
import { demoSecret } from './demo-secret.ts'
import { redrawLogo } from './redraw-logo.ts'
import { tabSessionPort } from './tab-session.ts'
import { turn } from './turn.ts'

/** In the page no upkeep makes time pass. */
const clockPause = 10_000

/**
 * The portal's API over this engine; adds missing tables and demo data and then calls `filled`. Calls `keep` after a write, whose response
 * ends when it resolves.
 */
export async function openPortal(engine: PGlite, { filled, keep }: { filled: () => void; keep: () => Promise<void> }) {
  const now = () => new Date()
  const links = { publicUrl: location.origin, secret: demoSecret }
  const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine, turn)) })
  await migrate(db)
  await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
  filled()
  const store = createStore(db)
  const ports = {
    store, ...links, now, newId: () => uuidV7(now()), turn, session: tabSessionPort, demo: true, sendsMail: false,
    redrawLogo,
    meanwhile: (work: Promise<void>) => void work.then(keep).catch(() => undefined),
  }
  const app = createApp(ports)
  // The next round retries failures.
  const clock = setInterval(() => {
    void Promise.all([passGdapTime(ports), store.audit.chain(now().toISOString())])
      .then((steps) => (steps.some((taken) => taken > 0) ? keep() : undefined)).catch(() => undefined)
  }, clockPause)
  return {
    async fetch(request: Request): Promise<Response> {
      const answer = await app.fetch(request)
      return request.method === 'GET' ? answer : afterwards(answer, keep)
    },
    stop: () => clearInterval(clock),
  }
}

/** The response ends after `done`; it streams until then. */
async function afterwards(answer: Response, done: () => Promise<void>): Promise<Response> {
  if (answer.body) return new Response(answer.body.pipeThrough(new TransformStream({ flush: done })), answer)
  await done()
  return answer
}
