import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { freePort } from '../free-port.ts'
import { type Owner, postgresBinaries, postgresOwner } from './postgres-binaries.ts'

export type RunningPostgres = {
  /** A superuser's URL; callers make their own schema or database. */
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a throw-away PostgreSQL on a free loopback port in about a second; it ends with `stop` or this process. `TEST_DATABASE_URL`
 * replaces it. Its default collation is linguistic, as in production, so that queries that rely on byte order fail.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const owner = postgresOwner()
  const room = await mkdtemp(join(tmpdir(), 'tessera-postgres-'))
  await chmod(room, 0o755)
  if (owner) await chown(room, owner.uid, owner.gid)
  try {
    return await startIn(room, owner)
  } catch (error) {
    await rm(room, { recursive: true, force: true })
    throw error
  }
}

async function startIn(room: string, owner: Owner): Promise<RunningPostgres> {
  const { url, serve } = await preparePostgres(room, owner)
  const server = await serve()
  const stop = async () => {
    const exited = once(server, 'exit')
    server.stdin?.end()
    await exited
    await rm(room, { recursive: true, force: true })
  }
  return { url, stop }
}

/**
 * Makes a database in `room` that `serve` starts, repeatedly if need be; it ends, with its room, when its standard input closes or this
 * process ends. `more` adds settings.
 */
export async function preparePostgres(room: string, owner: Owner, more = '') {
  const binaries = postgresBinaries(owner, room)
  const password = randomBytes(16).toString('hex')
  const data = await initialise(room, binaries, owner, password, more)
  const port = await freePort()
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    data,
    serve: async (script = untilParentIsGone): Promise<ChildProcess> => {
      const command = ['sh', room, join(binaries, 'postgres'), '-D', data, '-p', String(port)]
      const server = spawn('sh', ['-c', script, ...command], { ...owner, cwd: room, stdio: ['pipe', 'ignore', 'pipe'] })
      await ready(server)
      return server
    },
  }
}

/** Standard input closes when the parent ends in any way. */
const untilParentIsGone = 'room=$1; shift; "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$room"'

async function initialise(room: string, binaries: string, owner: Owner, password: string, more: string): Promise<string> {
  const data = join(room, 'data')
  const passwordFile = join(room, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner) await chown(passwordFile, owner.uid, owner.gid)
  await promisify(execFile)(
    join(binaries, 'initdb'),
    [
      '-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8',
      '--locale-provider=icu', '--icu-locale=en-US', '--locale=C', '--no-sync', '--no-instructions',
    ],
    { ...owner, cwd: room },
  )
  await rm(passwordFile)
  await writeFile(join(data, 'postgresql.conf'), `${settings}${more}`, { flag: 'a' })
  return data
}

const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
jit = off
`

/** Resolves when connections are accepted; rejects with the server's output when it ends first. */
async function ready(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('PostgreSQL was started without a pipe for its messages.')
  const said: string[] = []
  for await (const line of createInterface(server.stderr)) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`)
}
