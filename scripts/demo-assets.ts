import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import type { Plugin } from 'vite'

/**
 * What the in-browser API needs beside the app, in the demo build and its dev server only: the service worker's script, and an empty
 * database, which a browser unpacks in a second where making one takes six.
 */
export function demoAssets(): Plugin {
  const assets = {
    'mockServiceWorker.js': {
      type: 'text/javascript',
      read: () => readFile(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')),
    },
    'empty-store.bin': { type: 'application/octet-stream', read: once(emptyStore) },
  }
  return {
    name: 'tessera-demo-assets',
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

async function emptyStore(): Promise<Uint8Array> {
  const engine = await PGlite.create()
  const archive = await engine.dumpDataDir('gzip')
  await engine.close()
  return new Uint8Array(await archive.arrayBuffer())
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined
  return () => (value ??= make())
}
