import { Kysely } from 'kysely'
import { PGlite } from '@electric-sql/pglite'
import { pgliteImage } from '../scripts/databases/pglite-image.ts'
import { fuzz } from '../server/app/testing/fuzz.ts'
import { openWorld } from '../server/app/testing/world.ts'
import { createStore } from '../server/store/store.ts'
import { pgliteDialect, pgliteEngine } from '../server/store/sql/pglite-dialect.ts'
import type { Database } from '../server/store/sql/tables/database.ts'

const [runs = '20000', seed = '1'] = process.argv.slice(3)

/** Sends nearly right requests from the API's description: none fails, takes long or gets an undocumented response. */
async function bench(): Promise<boolean> {
  const engine = await PGlite.create({ loadDataDir: new Blob([await pgliteImage()]) })
  const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine)) })
  const open = async () => ({ db, store: createStore(db), close: () => db.destroy() })
  const world = await openWorld({}, { name: 'PGlite', open })
  const began = performance.now()
  const { odd, statuses, neverDone } = await fuzz(world, Number(runs), Number(seed))
  const seconds = (performance.now() - began) / 1000
  for (const each of odd.slice(0, 40)) console.log(each)
  console.log(`${runs} requests from seed ${seed} in ${seconds.toFixed(0)} s: ${odd.length} odd`)
  const sorted = Object.entries(statuses).toSorted(([one], [other]) => Number(one) - Number(other))
  for (const [status, count] of sorted) console.log(`  ${status}: ${count}, ${((100 * count) / Number(runs)).toFixed(1)} %`)
  console.log(`routes that never did what they are for: ${neverDone.join(', ') || 'none'}`)
  await world.close()
  return odd.length === 0
}

process.exitCode = (await bench()) ? 0 : 1
