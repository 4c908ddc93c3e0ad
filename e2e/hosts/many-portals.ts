import pino from 'pino'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { readSettings } from '../../server/node/env.ts'
import { type RunningPortal, startPortal } from '../../server/node/start-portal.ts'
import type { Asked, Told } from './portals-process.ts'

// Runs any number of portals, each on its own database, until the parent ends.
const log = pino({ level: 'warn', base: null }, pino.destination({ fd: 2, sync: true }))
const portals = new Map<number, RunningPortal>()

async function answer({ id, settings }: Asked): Promise<Told> {
  try {
    if (settings === undefined) {
      await portals.get(id)?.stop()
      return { id }
    }
    const surroundings = { HOST: '127.0.0.1', PORT: '0', DEMO: '1', SESSION_SECRET: demoSecret }
    const portal = await startPortal(readSettings({ ...surroundings, ...settings }), log)
    portals.set(id, portal)
    return { id, url: portal.address }
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (asked: Asked) => void answer(asked).then((told) => process.send?.(told)))
process.on('disconnect', () => process.exit(0))
