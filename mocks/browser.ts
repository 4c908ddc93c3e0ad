import { setupWorker } from 'msw/browser'
import { connectApi, type SharedApi } from './api-port.ts'
import { withFault } from './faults.ts'
import { apiHandlers, withOneStream } from './handlers.ts'
import { openedWorker, openWorker } from './opened-worker.ts'
import type { StartState } from './start-state.ts'
import { forgetTabSession, withTabSession } from './tab-session.ts'

let resets: BroadcastChannel | undefined
let api: SharedApi | undefined

/**
 * Answers `/api/*` in the browser from now on, by one API and one database for all tabs; requests wait until it is ready. `tell` receives
 * the start's progress, and later what the browser no longer keeps. Call before the first request.
 */
export async function startInBrowserApi(tell: (state: StartState | { failed: 'browser' }) => void): Promise<void> {
  if (!openedWorker) return tell({ failed: 'browser' })
  let opened: ReturnType<typeof openWorker> | undefined = openedWorker
  api = await connectApi(() => {
    const { port, broken } = opened ?? openWorker()
    opened = undefined
    void broken.then(() => tell({ failed: 'program', why: '' }))
    return port
  })
  api.watch(tell)
  const interceptor = setupWorker(...apiHandlers(withOneStream(withFault(withTabSession(api.fetch), location.search))))
  ignoreFailedUpdates()
  await interceptor.start({ quiet: true, onUnhandledRequest: 'bypass' })
  resets = new BroadcastChannel('tessera-reset')
  resets.addEventListener('message', startOver)
}

/** Ends every tab's work, seeds the demo again and loads the first page, signed out. */
export async function resetInBrowserApi(): Promise<void> {
  await api?.reset()
  resets?.postMessage('reset')
  startOver()
}

function startOver(): void {
  forgetTabSession()
  location.assign(import.meta.env.BASE_URL)
}

/** The library updates the service worker without waiting; where no update is available, the present one goes on. */
function ignoreFailedUpdates(): void {
  const update = Reflect.get(ServiceWorkerRegistration.prototype, 'update') as (this: ServiceWorkerRegistration) => Promise<unknown>
  Reflect.set(ServiceWorkerRegistration.prototype, 'update', function updateIfThere(this: ServiceWorkerRegistration) {
    return update.call(this).catch(() => this)
  })
}
