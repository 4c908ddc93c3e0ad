import { appendFileSync, existsSync, fsyncSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { serveEngine } from '../engine-thread.ts'

// An engine's thread for embedded-store.test.ts: marks every sync in `synced`; with a file `broken`, the disk refuses syncs for its reason.
const room = dirname((workerData as { directory: string }).directory)
await serveEngine((descriptor) => {
  const broken = join(room, 'broken')
  if (existsSync(broken)) {
    const code = readFileSync(broken, 'utf8')
    throw Object.assign(new Error(`${code}: fsync`), { code })
  }
  fsyncSync(descriptor)
  appendFileSync(join(room, 'synced'), '.')
})
