import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { GivenLogo, LogoFault } from '../../../domain/organizations/logo.ts'
import { endings } from './endings.ts'

const program = fileURLToPath(new URL('drawing-program.ts', import.meta.url))

/** Milliseconds, the start of the program included. */
const longest = 8_000
const mostWaiting = 4

/**
 * Redraws logos one after another, each in a process of its own that has none of the portal's settings and is killed when it takes too
 * long: what a picture does to the library that decodes it ends there.
 */
export function createLogoRedrawing({ within = longest, run = program } = {}) {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (given: GivenLogo): Promise<Uint8Array | LogoFault | 'busy'> => {
    if (waiting >= mostWaiting) return Promise.resolve('busy')
    waiting += 1
    const turn = last.then(() => redraw(given, run, within)).finally(() => { waiting -= 1 })
    last = turn.catch(() => undefined)
    return turn
  }
}

async function redraw({ bytes }: GivenLogo, run: string, within: number): Promise<Uint8Array | LogoFault> {
  const child = spawn(process.execPath, ['--max-old-space-size=128', run], {
    env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: within, killSignal: 'SIGKILL',
  })
  // One that has ended reads no more.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const [made, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close') as Promise<[number | null]>])
  return code === 0 && made.length > 0 ? made : (endings[code ?? 0] ?? 'organization.logo_too_intricate')
}
