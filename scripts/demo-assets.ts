import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { pgliteImage } from './databases/pglite-image.ts'

/**
 * A restarted service worker of msw no longer knows its pages and passes their requests on to no server; this registers every page that
 * calls the API.
 */
const handsOverAlways = `addEventListener('fetch', ({ clientId, request }) => {
  if (clientId && new URL(request.url).pathname.startsWith('/api/')) activeClientIds.add(clientId)
})
`

/**
 * Adds the in-browser API's assets to the demo build and its dev server: the service worker's script, and a database with all tables, which
 * unpacks much faster than it is made.
 */
export function demoAssets(): Plugin {
  const assets = {
    'mockServiceWorker.js': {
      type: 'text/javascript',
      read: async () => handsOverAlways + (await readFile(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8')),
    },
    'empty-store.bin': { type: 'application/octet-stream', read: once(async () => promisify(gzip)(await pgliteImage())) },
  }
  return {
    name: 'tessera-demo-assets',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.tsx', '/src/demo-main.ts') },
    async generateBundle() {
      for (const [fileName, { read }] of Object.entries(assets)) this.emitFile({ type: 'asset', fileName, source: await read() })
    },
    configureServer(server) {
      for (const [fileName, { type, read }] of Object.entries(assets))
        server.middlewares.use(`/${fileName}`, (_request, response, next) => {
          read().then((bytes) => response.setHeader('content-type', type).end(bytes), next)
        })
    },
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined
  return () => (value ??= make())
}
