import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from './portal-process.ts'
import type { Worlds } from './world.ts'

/** Node with the embedded store. Seeds one directory; each world gets a copy. */
export async function openPgliteHost(): Promise<Worlds> {
  const room = await mkdtemp(join(tmpdir(), 'tessera-e2e-'))
  const template = join(room, 'template')
  await (await startPortal({ DATA_DIR: template })).stop()
  let worlds = 0
  return {
    async fresh(settings) {
      const directory = join(room, `world-${++worlds}`)
      await cp(template, directory, { recursive: true })
      const portal = await startPortal({ DATA_DIR: directory, ...settings })
      return {
        url: portal.url,
        tabsArePeople: false,
        async close() {
          await portal.stop()
          await rm(directory, { recursive: true })
        },
      }
    },
    close: () => rm(room, { recursive: true, force: true }),
  }
}
