import { openInBrowserHost } from './in-browser-host.ts'
import { openPgliteHost } from './pglite-host.ts'
import { openPostgresHost } from './postgres-host.ts'
import type { Host, HostName, World, Worlds } from './world.ts'

const openers = { 'node-pglite': openPgliteHost, 'node-postgres': openPostgresHost, 'in-browser': openInBrowserHost }

export async function openHost(name: HostName): Promise<Host> {
  const { fresh, spread = fresh, close }: Worlds = await openers[name]()
  let shared: Promise<World> | undefined
  return {
    fresh,
    spread,
    shared: () => (shared ??= fresh()),
    async close() {
      await (await shared)?.close()
      await close()
    },
  }
}
