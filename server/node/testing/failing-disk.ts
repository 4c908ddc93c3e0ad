import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedStore } from '../embedded-store.ts'

// A process of its own for embedded-store.test.ts, whose disk refuses every sync of a file, for the reason given, once it is open.
const [dataDir = '', reason = 'EIO'] = process.argv.slice(2)
const thread = new URL('watched-disk.ts', import.meta.url)
const { db } = await openEmbeddedStore<{ notes: { id: number } }>({ dataDir }, { thread })
writeFileSync(join(dataDir, 'broken'), reason)
await db.insertInto('notes').values({ id: 500 }).execute()
process.stdout.write('answered\n')
