import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fileIn = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

export type Ended = { code: number | null; stdout: string; stderr: string }

/** Only the test's settings count. */
const environment = (settings: Record<string, string>) => ({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings })

/** Runs `main.ts`, a command or another test process to its end. */
export function runToEnd(
  file: 'main.ts' | 'import/import-customers.ts' | 'audit/audit-command.ts' | 'operators/organization.ts' | URL,
  settings: Record<string, string>,
  args: string[] = [],
): Promise<Ended> {
  return started(file, settings, args).ended
}

/** Starts the portal as a process, ready to respond. */
export async function startPortalProcess(settings: Record<string, string>) {
  const { child, ended, until } = started('main.ts', settings, [])
  const [, url = ''] = await until(/ready: (http:\S+)/)
  return {
    url,
    pid: child.pid,
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
      child.kill(signal)
      return ended
    },
  }
}

let prepared: Promise<string> | undefined

/** Fills a directory with what a portal's first start makes of an empty one, which takes seconds: it is made once and copied. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  prepared ??= (async () => {
    const made = await mkdtemp(join(tmpdir(), 'tessera-prepared-'))
    process.once('exit', () => rmSync(made, { recursive: true }))
    await (await startPortalProcess({ DATA_DIR: made })).end('SIGTERM')
    return made
  })()
  await cp(await prepared, dataDir, { recursive: true })
}

export type PortalProcess = Awaited<ReturnType<typeof startPortalProcess>>

function started(file: string | URL, settings: Record<string, string>, args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [typeof file === 'string' ? fileIn(file) : fileURLToPath(file), ...args], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text })
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  const until = (wanted: RegExp) => new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = wanted.exec(stdout)
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`The process ended before it said ${wanted}:\n${stdout}${stderr}`)))
  })
  return { child, ended, until }
}
