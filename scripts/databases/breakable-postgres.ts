import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { postgresOwner } from './postgres-binaries.ts'
import { preparePostgres } from './postgres.ts'

const run = promisify(execFile)

/** How often each fault occurs: once by default, more by argument (`npm test -- faults 5`). */
export const faultRounds = Number(process.env.FAULT_ROUNDS ?? 1)

/** Commits return once they are in the log; they need not reach the disk, since the machine stays up. */
const settings = `
synchronous_commit = on
full_page_writes = on
max_connections = 30
`

/** Ends the server, even a halted one, when the test is gone, and removes its folder. */
const alone = 'shift; "$@" & server=$!; cat >/dev/null; kill -CONT $server; kill -QUIT $server; wait $server'

/** Mebibytes of the small disk. */
const smallDisk = 64

export type BreakablePostgres = Awaited<ReturnType<typeof startBreakablePostgres>>

/** A PostgreSQL that a test stops, kills, halts and fills at one address. */
export async function startBreakablePostgres() {
  const owner = postgresOwner()
  const room = await mkdtemp(join(tmpdir(), 'tessera-faults-'))
  await chmod(room, 0o755)
  if (owner) await chown(room, owner.uid, owner.gid)
  const disk = await mountSmallDisk(join(room, 'disk'), owner)
  const { url, data, serve } = await preparePostgres(room, owner, settings)
  let server: ChildProcess = await serve(alone)

  const postmaster = async () => Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const everyProcess = async () => {
    const parent = await postmaster()
    const { stdout } = await run('pgrep', ['-P', String(parent)]).catch(() => ({ stdout: '' }))
    return [parent, ...stdout.split('\n').filter(Boolean).map(Number)]
  }
  const signalAll = async (signal: NodeJS.Signals) => {
    for (const pid of await everyProcess()) signalIfThere(pid, signal)
  }
  const gone = async () => {
    server.stdin?.end()
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  }
  return {
    url,
    /** A folder on the small disk, for a tablespace; undefined where this user may not mount one. */
    disk,
    /** Cuts every connection and ends in order. */
    async stop() {
      process.kill(await postmaster(), 'SIGINT')
      await gone()
    },
    /** Kills every process at once, like a power cut. */
    async kill() {
      await signalAll('SIGKILL')
      await gone()
    },
    /** Keeps connections open without responding. */
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async start() {
      server = await serve(alone)
    },
    async fillDisk() {
      if (!disk) throw new Error('There is no small disk')
      await writeFile(join(disk, 'filler'), Buffer.alloc(smallDisk * 1024 * 1024)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOSPC') throw error
      })
    },
    freeDisk: async () => rm(join(disk ?? room, 'filler'), { force: true }),
    async close() {
      await signalAll('SIGCONT').catch(() => undefined)
      await gone()
      if (disk) await run('umount', [join(room, 'disk')])
      await rm(room, { recursive: true, force: true })
    },
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function mountSmallDisk(directory: string, owner: ReturnType<typeof postgresOwner>): Promise<string | undefined> {
  if (!owner || process.platform !== 'linux') return undefined
  await mkdir(directory)
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${smallDisk}m`, 'tmpfs', directory]).then(() => true, () => false)
  if (!mounted) return undefined
  const space = join(directory, 'space')
  await mkdir(space)
  await chown(space, owner.uid, owner.gid)
  return space
}
