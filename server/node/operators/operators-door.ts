import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { createOperatorsApp } from '../../app/create-app.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import type { OperatorsDoor } from '../database/data-dir-lock.ts'
import { type HttpServer, listenOn } from '../http/http-server.ts'
import { forOperators } from '../http/operator-token.ts'
import type { PortalEnv } from '../portal-env.ts'
import type { Store } from '../../store/store.ts'

/**
 * Takes operators' commands while this process holds the embedded store: on a port of its own that only this machine reaches and no proxy
 * leads to, from whoever can read the token in the data directory.
 */
export async function openOperatorsDoor(ports: { store: Store; now: () => Date }): Promise<OperatorsDoor & { server: HttpServer }> {
  const token = randomBytes(32).toString('base64url')
  const guarded = new Hono<PortalEnv>()
  guarded.use(async (c, next) => {
    c.set('requestId', randomUUID())
    await next()
  }, forOperators({ onlyThisMachine: false, token }))
  guarded.route('/', createOperatorsApp({ ...ports, newId: () => uuidV7(ports.now()) }))
  const server = await listenOn('127.0.0.1', 0)
  server.answerWith((request) => guarded.fetch(request))
  return { server, token, address: `http://127.0.0.1:${server.port}` }
}
