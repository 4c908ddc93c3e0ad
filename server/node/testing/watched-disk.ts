import { appendFileSync, existsSync, fsyncSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { serveEngine } from '../engine-thread.ts'

// An engine's thread for embedded-store.test.ts: a mark for every sync in `synced`; once there is a file `broken`, the disk refuses them.
const room = dirname((workerData as { directory: string }).directory)
await serveEngine((descriptor) => {
  if (existsSync(join(room, 'broken'))) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
  fsyncSync(descriptor)
  appendFileSync(join(room, 'synced'), '.')
})
