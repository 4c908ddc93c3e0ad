import { refusePort, serveApi, showLife } from './api-port.ts'
import { engineParts } from './engine-parts.ts'

// The database's program loads along with the API's code; its users receive a failure.
engineParts().catch(() => undefined)
const api = import('./in-browser-api.ts').then(({ inBrowserApi }) => inBrowserApi())

const serve = (event: Event) => {
  const port = (event as MessageEvent).ports[0]
  if (!port) return
  showLife(port)
  api.then((opened) => serveApi(port, opened), (error: unknown) => refusePort(port, error))
}

addEventListener('connect', serve)
addEventListener('message', serve)
