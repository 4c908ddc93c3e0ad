import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { closeToOthers, makeFilesPrivate } from './private-files.ts'

/** Where the holder takes operators' commands, and the token that shows who may read the directory. */
const OperatorsDoor = z.object({ address: z.url(), token: z.string() })
export type OperatorsDoor = z.infer<typeof OperatorsDoor>

const Holder = z.object({
  pid: z.number().int(), startedAt: z.iso.datetime(), address: z.url().nullable(), operators: OperatorsDoor.optional(),
})
/** The process that holds a data directory; `address` is null until it serves. */
export type Holder = z.infer<typeof Holder>

/** Thrown when a living process holds the directory; the message names it. */
export class DataDirInUse extends Error {
  readonly holder: Holder | undefined

  constructor(dataDir: string, holder: Holder | undefined) {
    const who = holder
      ? `process ${holder.pid}, started ${holder.startedAt}, ${servingAt(holder)}`
      : 'another process, which is just starting'
    super(`The data directory ${dataDir} is in use by ${who}. Stop it first, or set DATA_DIR to another directory.`)
    this.holder = holder
  }
}

/** Thrown when the directory cannot be made or written to; the message says why. */
export class DataDirUnusable extends Error {}

export type DataDirLock = {
  readonly dataDir: string
  /** Announces this process's address to those that find the directory in use, and to the directory's user where commands go. */
  announce(address: string, operators?: OperatorsDoor): void
  release(): void
}

/**
 * Takes the directory for this process, making it if missing; throws {@link DataDirInUse} and {@link DataDirUnusable}. The operating system
 * holds the lock (through SQLite, since Node has no flock) and drops it when the process ends, so a dead holder needs no clean-up and a
 * reused process id cannot hold it. `holder.json` only names the holder.
 */
export function lockDataDir(directory: string, now: () => Date): DataDirLock {
  const dataDir = resolve(directory)
  const holderFile = join(dataDir, 'holder.json')
  const lock = openLockFile(dataDir)
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    throw new DataDirInUse(dataDir, readHolder(holderFile))
  }
  closeToOthers(dataDir)
  const holder = { pid: process.pid, startedAt: now().toISOString() }
  const tell = (address: string | null, operators?: OperatorsDoor) => {
    const told: Holder = { ...holder, address, ...(operators && { operators: { address: operators.address, token: operators.token } }) }
    writeFileSync(`${holderFile}.new`, JSON.stringify(told), { mode: 0o600 })
    renameSync(`${holderFile}.new`, holderFile)
  }
  tell(null)
  return {
    dataDir,
    announce: tell,
    release() {
      rmSync(holderFile, { force: true })
      lock.close()
    },
  }
}

const SQLITE_BUSY = 5

function openLockFile(dataDir: string): DatabaseSync {
  makeFilesPrivate()
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
  } catch (error) {
    throw new DataDirUnusable(`DATA_DIR ${dataDir} cannot be written to: ${(error as Error).message}`)
  }
}

function readHolder(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

const servingAt = ({ address }: Holder) => (address ? `serving at ${address}` : 'not serving yet')
