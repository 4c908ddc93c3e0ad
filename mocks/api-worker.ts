import { serveApi } from './api-port.ts'
import { inBrowserApi } from './in-browser-api.ts'

const api = inBrowserApi()

const serve = (event: Event) => {
  const port = (event as MessageEvent).ports[0]
  if (port) serveApi(port, api)
}

addEventListener('connect', serve)
addEventListener('message', serve)
