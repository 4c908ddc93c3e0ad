import type { SharedApi } from './api-port.ts'
import { deleteFiles, openEngine } from './in-browser-store.ts'
import { ProgramMissing, type StartState, type StoreNotice } from './start-state.ts'

type Opened = { fetch: (request: Request) => Promise<Response>; close: () => Promise<void> }
type Tell = (state: StartState) => void

/** The portal's code loads while the database opens. */
const portalCode = () => import('./in-browser-portal.ts').catch((error: unknown) => {
  throw new ProgramMissing(String(error), { cause: error })
})

/**
 * The portal's API over PGlite in this browser, opened at once. A write's response ends when the write would survive a reload, where the
 * browser keeps anything. The next caller opens again what failed to open.
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
    // Data that a newer version migrated are written with the next response, or migrated again.
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

/** An older demo or a stopped browser may leave files that do not open; demo data can be made again. */
async function openOrAnew(tell: Tell): Promise<Opened> {
  try {
    return await open(tell)
  } catch (error) {
    if (error instanceof ProgramMissing) throw error
    await deleteFiles()
    return open(tell, ['anew'])
  }
}
