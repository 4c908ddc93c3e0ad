import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Persona } from '../../domain/session/schemas.ts'
import type { Settings } from './env.ts'
import { type HttpServer, listenOn } from './http/http-server.ts'
import { isLoopback } from './loopback.ts'
import { createMetrics } from './upkeep/metrics.ts'
import { lockWhenEmbedded, openApi, type OpenedApi } from './open-api.ts'
import { createPortal } from './portal.ts'
import { loadStaticFiles } from './http/static-files.ts'
import { loadDocuments } from './pages/documents.ts'
import { openOperatorsDoor } from './operators/operators-door.ts'

export type RunningPortal = {
  /** The listening address; people use `publicUrl`. */
  address: string
  publicUrl: string
  /** Empty outside the demo. */
  personas: Persona[]
  /** Finishes open requests (up to four seconds), mails and jobs, closes the store and releases the data directory. */
  stop(): Promise<void>
}

const builtApp = fileURLToPath(new URL('../../dist', import.meta.url))
const grace = 4_000

/** Takes the data directory, then the port, then opens the store, so that failures come before changes. */
export async function startPortal(settings: Settings, log: Logger, now = () => new Date()): Promise<RunningPortal> {
  const lock = lockWhenEmbedded(settings, now)
  let server: HttpServer | undefined
  let door: HttpServer | undefined
  let opened: OpenedApi | undefined
  const stop = async () => {
    await Promise.all([server?.stop(grace), door?.stop(grace), opened?.rest()])
    await opened?.close()
    lock?.release()
  }
  try {
    server = await listenOn(settings.host, settings.port)
    const address = addressOf(settings.host, server.port)
    const publicUrl = settings.publicUrl ?? address
    lock?.announce(address)
    const metrics = createMetrics()
    const { onQuery, onMail, onDelivery } = metrics
    opened = await openApi(settings, { lock, publicUrl, log, now, onQuery, onMail, onDelivery })
    const { api, store } = opened
    metrics.watch(opened.sizes, opened.isTimeTrusted)
    const portal = await createPortal({
      api,
      ping: () => store.ping(),
      isTimeTrusted: opened.isTimeTrusted,
      own: {
        publicUrl,
        host: settings.host,
        port: server.port,
        publicUrlGiven: settings.publicUrl !== undefined,
        allowedHosts: settings.allowedHosts,
      },
      trustedProxies: settings.trustedProxies,
      staticFiles: await loadStaticFiles(builtApp),
      documents: await loadDocuments(builtApp),
      metrics,
      metricsToken: settings.metricsToken,
      log,
    })
    server.answerWith(portal.fetch)
    if (lock) {
      const operators = await openOperatorsDoor({ store, now })
      door = operators.server
      lock.announce(address, operators)
    }
    return { address, publicUrl, personas: settings.demo ? await store.users.personas() : [], stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Warns that others reach the portal but could not open its links. Undefined when they can. */
export function linksOpenHereOnly({ host, publicUrl }: Pick<Settings, 'host' | 'publicUrl'>, begins: string): string | undefined {
  if (publicUrl !== undefined || isLoopback(host) || !isLoopback(new URL(begins).hostname)) return undefined
  return `Links in invitations and mails begin with ${begins}, which others cannot open. Set PUBLIC_URL to the address that they open.`
}

/** An address for a browser on this machine; a process on every address is at localhost. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
