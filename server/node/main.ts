import { inspect } from 'node:util'
import pino from 'pino'
import { DataDirInUse, DataDirUnusable } from './database/data-dir-lock.ts'
import { diskIsFull, isDiskFull } from './database/disk-full.ts'
import { BadSettings, readSettings, type Settings } from './env.ts'
import { CannotListen } from './http/http-server.ts'
import { StoreUnreachable } from './database/postgres-store.ts'
import { BadIssuer } from './sign-in/issuer-settings.ts'
import { linksOpenHereOnly, type RunningPortal, startPortal } from './start-portal.ts'

class StopTooLong extends Error {}

const forPeople = [StopTooLong, BadSettings, BadIssuer, DataDirInUse, DataDirUnusable, CannotListen, StoreUnreachable]
/** One Ctrl+C arrives several times: from the terminal and from every parent process. */
const echo = 1_000
/** The process ends by then, whatever hangs; supervisors kill after ten seconds. */
const stopDeadline = 7_500

try {
  const settings = readSettings()
  const log = pino({ level: settings.logLevel, base: null }, pino.destination({ fd: 2, sync: false }))
  const starting = startPortal(settings, log)
  stopOnSignal(starting)
  tell(await starting, settings)
} catch (error) {
  fail(error)
}

/** The first signal ends the process in order, also during its start; a later one, after the echo, at once. */
function stopOnSignal(starting: Promise<RunningPortal>): void {
  let stopping: number | undefined
  const onSignal = () => {
    if (stopping !== undefined && performance.now() - stopping > echo) process.exit(1)
    if (stopping !== undefined) return
    stopping = performance.now()
    setTimeout(() => fail(new StopTooLong('Tessera was told to stop and did not wait for all that was under way.')), stopDeadline)
    starting.then((portal) => portal.stop()).then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
}

function tell({ address, publicUrl, personas }: RunningPortal, settings: Settings): void {
  const width = Math.max(0, ...personas.map(({ persona }) => persona.length))
  const lines = [`Tessera is ready: ${publicUrl}`]
  if (publicUrl !== address) lines.push(`It listens on ${address}.`)
  const links = linksOpenHereOnly(settings, publicUrl)
  if (links !== undefined) lines.push(links)
  if (settings.demo) {
    lines.push('', 'This is a demo: whoever opens it can sign in as any of these people.')
    if (settings.isOpen) lines.push('Others than people at this machine can reach it. Use it for invented data alone.')
    for (const { persona, user, organization } of personas) {
      const who = `${organization.displayName}, ${inWords(organization.kind)}: ${user.roles.map(inWords).join(', ')}`
      lines.push(`  ${persona.padEnd(width)}  ${who}`)
    }
  } else if (!settings.signIn)
    lines.push('Nobody can sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or DEMO=1 for the demo’s personas.')
  process.stdout.write(`${lines.join('\n')}\n`)
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ')
}

function fail(error: unknown): never {
  const known = forPeople.some((kind) => error instanceof kind)
  const said = known && error instanceof Error ? error.message : inspect(error)
  process.stderr.write(`${isDiskFull(error) ? diskIsFull : said}\n`)
  process.exit(1)
}
