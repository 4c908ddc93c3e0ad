import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PortalProcess } from './portal-process.ts'

/** Starts a portal with settings, stops it without. */
export type Asked = { id: number; settings?: Record<string, string> }
export type Told = { id: number; url?: string; failure?: string }

export type PortalsProcess = {
  /** Starts the built app and the API on a free port. Throws with the error. */
  start: (settings: Record<string, string>) => Promise<PortalProcess>
  /** Ends the process. Throws with its output if it had ended by itself. */
  close: () => Promise<void>
}

const main = fileURLToPath(new URL('many-portals.ts', import.meta.url))

/** One process for many portals: another one starts in a fraction of a second, a process in several. */
export function startPortalsProcess(): PortalsProcess {
  const process = fork(main, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const said: string[] = []
  for (const pipe of [process.stdout, process.stderr]) pipe?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const waiting = new Map<number, (told: Told) => void>()
  process.on('message', (told: Told) => waiting.get(told.id)?.(told))
  const ended = once(process, 'exit')
  let last = 0

  async function ask(asked: Asked): Promise<Told> {
    const answered = new Promise<Told>((resolve) => { waiting.set(asked.id, resolve) })
    if (process.connected) process.send(asked)
    const told = await Promise.race([answered, ended.then(() => ({ id: asked.id, failure: 'The portals’ process has ended.' }))])
    if (told.failure !== undefined) throw new Error(`${told.failure}\n${said.join('')}`)
    return told
  }

  return {
    async start(settings) {
      const id = ++last
      const { url = '' } = await ask({ id, settings })
      return { url, stop: async () => void (await ask({ id })) }
    },
    async close() {
      if (process.connected) process.disconnect()
      const [code, signal] = (await ended) as [number | null, string | null]
      if (code !== 0) throw new Error(`The portals’ process ended with ${code ?? signal}:\n${said.join('')}`)
    },
  }
}
