import { setupWorker } from 'msw/browser'
import { connectApi } from './api-port.ts'
import type { SharedApi } from './api-port.ts'
import { withFault } from './faults.ts'
import { apiHandlers } from './handlers.ts'
import { forgetTabSession, withTabSession } from './tab-session.ts'

const resets = new BroadcastChannel('tessera-reset')
let api: SharedApi | undefined

/** From here on `/api/*` is answered inside the browser, by one API and one database that all tabs share. Call before the first request. */
export async function startInBrowserApi(): Promise<void> {
  if (!('serviceWorker' in navigator))
    throw new Error('The in-browser API needs a service worker: open this page over HTTPS or on localhost.')
  api = await connectApi(openPort())
  const worker = setupWorker(...apiHandlers(withFault(withTabSession(api.fetch), location.search)))
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
  document.addEventListener('visibilitychange', wakeServiceWorker)
  resets.addEventListener('message', startOver)
}

/** Clears what was done in every tab, seeds the demo again and loads the first page, signed out. */
export async function resetInBrowserApi(): Promise<void> {
  await api?.reset()
  resets.postMessage('reset')
  startOver()
}

function startOver(): void {
  forgetTabSession()
  location.assign(import.meta.env.BASE_URL)
}

/** A browser may stop an idle service worker, which then no longer knows whose requests to hand over; saying so again costs nothing. */
function wakeServiceWorker(): void {
  if (document.visibilityState === 'visible') navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE')
}

/** Where there are no shared workers (Chrome on Android) each tab has a worker of its own, and the database admits one at a time. */
function openPort(): MessagePort {
  if ('SharedWorker' in globalThis)
    return new SharedWorker(new URL('./api-worker.ts', import.meta.url), { type: 'module', name: 'tessera-api' }).port
  const { port1, port2 } = new MessageChannel()
  new Worker(new URL('./api-worker.ts', import.meta.url), { type: 'module' }).postMessage(undefined, [port2])
  return port1
}
