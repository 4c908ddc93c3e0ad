import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { freePort } from '../../scripts/free-port.ts'

const main = fileURLToPath(new URL('../../server/node/main.ts', import.meta.url))

export type PortalProcess = {
  url: string
  /** Ends it in order: responds to open requests and closes the store. Throws when it ends with an error. */
  stop: () => Promise<void>
}

/** The built app and the API in a process of their own on a free port, ready to answer. Throws with what it said when it does not start. */
export async function startPortal(settings: Record<string, string>): Promise<PortalProcess & { said: () => string }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _database, DATA_DIR: _directory, PUBLIC_URL: _public, ...surroundings } = process.env
  const portal = spawn(process.execPath, [main], {
    env: { ...surroundings, HOST: '127.0.0.1', PORT: String(port), DEMO: '1', LOG_LEVEL: 'warn', SESSION_SECRET: demoSecret, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const pipe of [portal.stdout, portal.stderr]) pipe.setEncoding('utf8').on('data', (text: string) => said.push(text))
  while (!(await isReady(url))) {
    if (portal.exitCode !== null || portal.signalCode !== null) throw new Error(`The portal did not start:\n${said.join('')}`)
    await pause(25)
  }
  return {
    url,
    said: () => said.join(''),
    async stop() {
      if (portal.exitCode === null && portal.signalCode === null) {
        portal.kill('SIGTERM')
        await once(portal, 'exit')
      }
      if (portal.exitCode !== 0) throw new Error(`The portal ended with ${portal.exitCode ?? portal.signalCode}:\n${said.join('')}`)
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}
