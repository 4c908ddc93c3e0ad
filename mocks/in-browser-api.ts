import type { SharedApi } from './api-port.ts'
import { deleteFiles, openEngine } from './in-browser-store.ts'
import { ProgramMissing, type StartState, type StoreNotice } from './start-state.ts'

type Opened = { fetch: (request: Request) => Promise<Response>; close: () => Promise<void> }
type Tell = (state: StartState) => void

/** The portal's own code comes and is read while the database opens. */
const portalCode = () => import('./in-browser-portal.ts').catch((error: unknown) => {
  throw new ProgramMissing(String(error), { cause: error })
})

/**
 * The portal's API over PGlite in this browser, opened at once. A write is answered when it would survive a reload, where the browser
 * keeps anything. What could not be opened is opened again for whoever comes next.
 */
export function inBrowserApi(): SharedApi {
  const watchers = new Set<Tell>()
  let state: StartState = { at: 'program' }
  const tell: Tell = (next) => {
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const started = (opening: Promise<Opened>) => {
    opening.catch((error: unknown) => {
      const failed = error instanceof ProgramMissing ? 'program' : 'database'
      tell({ failed, why: error instanceof Error ? error.message : String(error) })
    })
    return opening
  }
  let opened = started(openOrAnew(tell))
  return {
    fetch: async (request) => (await opened).fetch(request),
    async reset() {
      const before = opened
      opened = started(before.then(({ close }) => close(), () => undefined).then(deleteFiles).then(() => open(tell)))
      await opened
    },
    watch(watcher) {
      if ('failed' in state) opened = started(openOrAnew(tell))
      watchers.add(watcher)
      watcher(state)
      return () => void watchers.delete(watcher)
    },
  }
}

async function open(tell: Tell, before: readonly StoreNotice[] = []): Promise<Opened> {
  const code = portalCode()
  code.catch(() => undefined)
  const { engine, flush, isNew, isKept } = await openEngine((at) => tell({ at }))
  let notices: readonly StoreNotice[] = isKept ? before : [...before, 'memory']
  const keep = () => flush().catch(() => {
    if (notices.includes('full')) return
    notices = [...notices, 'full']
    tell({ ready: notices })
  })
  try {
    tell({ at: 'data' })
    const { openPortal } = await code
    const portal = await openPortal(engine, { keep, filled: () => tell({ at: 'portal' }) })
    tell({ ready: notices })
    // What a newer version has migrated is written with the next answer, or migrated again.
    if (isNew) void keep()
    return {
      fetch: (request) => portal.fetch(request),
      close: () => {
        portal.stop()
        return engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** An older version of the demo, or a browser that stopped, may have left what cannot be opened; a demo's data can be made again. */
async function openOrAnew(tell: Tell): Promise<Opened> {
  try {
    return await open(tell)
  } catch (error) {
    if (error instanceof ProgramMissing) throw error
    await deleteFiles()
    return open(tell, ['anew'])
  }
}
