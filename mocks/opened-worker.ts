let own: Worker | undefined

/**
 * The worker of the API, which begins to open the database as soon as this module is there. Undefined where the browser has no service
 * workers or no locks, in private windows of some and over plain HTTP, and where its tabs cannot tell each other anything.
 */
export const openedWorker =
  'serviceWorker' in navigator && 'locks' in navigator && 'BroadcastChannel' in globalThis ? openWorker() : undefined

/**
 * Where there are no shared workers (Chrome on Android) each tab has a worker of its own, and the database admits one at a time; a further
 * one takes the place of the one before.
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
