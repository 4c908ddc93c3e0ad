import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedStore } from '../embedded-store.ts'

// A process for embedded-store.test.ts whose disk refuses every file sync, with this reason, once it is open.
const [dataDir = '', reason = 'EIO'] = process.argv.slice(2)
const broken = join(dataDir, 'broken')
rmSync(broken, { force: true })
const { db } = await openEmbeddedStore<{ notes: { id: number } }>({ dataDir }, { thread: new URL('watched-disk.ts', import.meta.url) })
writeFileSync(broken, reason)
await db.insertInto('notes').values({ id: 1_000 + process.pid }).execute()
process.stdout.write('answered\n')
