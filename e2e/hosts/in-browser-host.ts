import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seededImage } from './seeded-image.ts'
import type { Worlds } from './world.ts'

const built = fileURLToPath(new URL('../../dist-demo', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
  '.json': 'application/json',
}

const emptyStore = '/empty-store.bin'

/**
 * Serves the demo build as static files. Each browser context has its own store, so every world is fresh. The first one fills its store as
 * everybody's does; the others come to one that is filled, which spares each of them seconds.
 */
export async function openInBrowserHost(): Promise<Worlds> {
  let seeded: Promise<Uint8Array> | undefined
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = extname(pathname) ? pathname : '/index.html'
    // Hashed files never change, so a browser keeps them and their compiled code.
    const isKept = file.startsWith('/assets/')
    const content = file === emptyStore && seeded ? seeded : readFile(join(built, file))
    if (file === emptyStore) seeded ??= seededImage(world.url)
    content.then(
      (bytes) => response
        .setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
        .setHeader('cache-control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache')
        .end(bytes),
      () => { response.statusCode = 404; response.end() },
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The static server has no port.')
  const world = { url: `http://127.0.0.1:${address.port}`, tabsArePeople: true, close: async () => {} }
  return {
    fresh: async () => world,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
