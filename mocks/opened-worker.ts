let own: Worker | undefined

/**
 * The API's worker, which opens the database once this module loads. Undefined where the browser lacks service workers, locks or channels:
 * in some private windows and over plain HTTP.
 */
export const openedWorker =
  'serviceWorker' in navigator && 'locks' in navigator && 'BroadcastChannel' in globalThis ? openWorker() : undefined

/**
 * Without shared workers (Chrome on Android) each tab has its own worker, and the database admits one at a time; a new one replaces the
 * former.
 */
export function openWorker(): { port: MessagePort; broken: Promise<Event> } {
  if ('SharedWorker' in globalThis) {
    const shared = new SharedWorker(new URL('./api-worker.ts', import.meta.url), { type: 'module', name: 'tessera-api' })
    return { port: shared.port, broken: failureOf(shared) }
  }
  const { port1, port2 } = new MessageChannel()
  own?.terminate()
  own = new Worker(new URL('./api-worker.ts', import.meta.url), { type: 'module' })
  own.postMessage(undefined, [port2])
  return { port: port1, broken: failureOf(own) }
}

function failureOf(opened: EventTarget): Promise<Event> {
  return new Promise((resolve) => opened.addEventListener('error', resolve, { once: true }))
}
