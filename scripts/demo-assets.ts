import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { pgliteImage } from './databases/pglite-image.ts'

/**
 * A browser may stop a service worker at any time. When it starts it again, msw's script no longer knows the pages whose requests it hands
 * over, and lets them pass to a server that there is none of; so whoever asks the API is one of them.
 */
const handsOverAlways = `addEventListener('fetch', ({ clientId, request }) => {
  if (clientId && new URL(request.url).pathname.startsWith('/api/')) activeClientIds.add(clientId)
})
`

/**
 * What the in-browser API needs beside the app, in the demo build and its dev server only: the service worker's script, and a
 * database with all tables, which a browser unpacks in a fraction of the time that making one takes.
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
