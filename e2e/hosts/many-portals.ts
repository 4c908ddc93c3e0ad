import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import pino from 'pino'
import { dayMs } from '../../domain/calendar/days.ts'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { readSettings } from '../../server/node/env.ts'
import { type RunningPortal, startPortal } from '../../server/node/start-portal.ts'
import type { Asked, Told } from './portals-process.ts'
import { secretsOf } from './secrets-out.ts'

// Runs any number of portals, each on its own database, until the parent ends.
const log = pino({ level: 'info', base: null }, pino.destination({ fd: 2, sync: true }))
/** What requests have brought since it was last told. */
const given = new Set<string>()
subscribe('http.server.request.start', (message) => {
  for (const secret of secretsOf((message as { request: IncomingMessage }).request)) given.add(secret)
})
const portals = new Map<number, RunningPortal>()
/** Milliseconds by which a portal's clock has jumped. */
const ahead = new Map<number, number>()

async function answer({ id, settings, days }: Asked): Promise<Told> {
  try {
    if (days !== undefined) {
      ahead.set(id, days * dayMs)
      return { id }
    }
    if (settings === undefined) {
      await portals.get(id)?.stop()
      const told = { id, given: [...given] }
      given.clear()
      return told
    }
    const surroundings = { HOST: '127.0.0.1', PORT: '0', DEMO: '1', SESSION_SECRET: demoSecret }
    const portal = await startPortal(readSettings({ ...surroundings, ...settings }), log, () => new Date(Date.now() + (ahead.get(id) ?? 0)))
    portals.set(id, portal)
    return { id, url: portal.address }
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (asked: Asked) => void answer(asked).then((told) => process.send?.(told)))
process.on('disconnect', () => process.exit(0))
