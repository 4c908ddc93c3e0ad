import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PortalProcess } from './portal-process.ts'
import { leaksInLog, refuse } from './secrets-out.ts'

/** With settings a portal is to start, with days its clock is to jump by them, with neither it is to stop. */
export type Asked = { id: number; settings?: Record<string, string>; days?: number }
export type Told = { id: number; url?: string; given?: string[]; failure?: string }

export type PortalsProcess = {
  /** The built app and the API on a free port, ready to answer. Throws with what went wrong. */
  start: (settings: Record<string, string>) => Promise<PortalProcess & { jump: (days: number) => Promise<void> }>
  /** Every secret that was brought to portals of this process that have stopped. */
  given: Set<string>
  /** Ends the process. Throws with what it said when it ended by itself. */
  close: () => Promise<void>
}

const main = fileURLToPath(new URL('many-portals.ts', import.meta.url))

/** One process for many portals: another one starts in a fraction of a second, a process in several. */
export function startPortalsProcess(): PortalsProcess {
  const process = fork(main, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const given = new Set<string>()
  let said: string[] = []
  const searchLog = () => {
    refuse(leaksInLog(said.join(''), given))
    said = said.slice(-100)
  }
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
      const stop = async () => {
        for (const secret of (await ask({ id })).given ?? []) given.add(secret)
        searchLog()
      }
      return { url, stop, jump: async (days) => void (await ask({ id, days })) }
    },
    given,
    async close() {
      if (process.connected) process.disconnect()
      const [code, signal] = (await ended) as [number | null, string | null]
      if (code !== 0) throw new Error(`The portals’ process ended with ${code ?? signal}:\n${said.join('')}`)
      searchLog()
    },
  }
}
