import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PGlite } from '@electric-sql/pglite'
import type { Plugin } from 'vite'
import packageLock from '../package-lock.json' with { type: 'json' }

const engineVersion = packageLock.packages['node_modules/@electric-sql/pglite'].version

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

/** Kept beside the installed packages, since it is the same until the engine is another. */
async function emptyStore(): Promise<Uint8Array> {
  const kept = new URL(`../node_modules/.cache/pglite/empty-${engineVersion}.tar.gz`, import.meta.url)
  if (existsSync(kept)) return readFile(kept)
  const engine = await PGlite.create()
  const archive = new Uint8Array(await (await engine.dumpDataDir('gzip')).arrayBuffer())
  await engine.close()
  await mkdir(new URL('.', kept), { recursive: true })
  const draft = new URL(`${randomUUID()}.draft`, kept)
  await writeFile(draft, archive)
  await rename(draft, kept)
  return archive
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined
  return () => (value ??= make())
}
