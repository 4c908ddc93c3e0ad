import { fsyncSync } from 'node:fs'
import { openEmbeddedStore } from '../embedded-store.ts'

// A process of its own for embedded-store.test.ts, whose disk refuses every sync of a file, for the reason given, once it is open.
const [dataDir = '', code = 'EIO'] = process.argv.slice(2)
let broken = false
const sync = (descriptor: number) => {
  if (broken) throw Object.assign(new Error(`${code}: fsync`), { code })
  fsyncSync(descriptor)
}

const { db } = await openEmbeddedStore<{ notes: { id: number } }>({ dataDir }, { sync })
broken = true
await db.insertInto('notes').values({ id: 1_000 + process.pid }).execute()
process.stdout.write('answered\n')
