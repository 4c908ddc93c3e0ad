import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'

/** The portal's own files in a data directory. */
const own = /^(lock(-journal)?|holder\.json(\.new)?|session-secret(\.[\da-f]+)?|store(\.new)?)$/

/** Makes new files of this process, also of libraries and threads, private to its user. */
export function makeFilesPrivate(): void {
  if (isMainThread) process.umask(0o077)
}

/**
 * Removes others' access that an earlier process, a copy or the directory's maker left. A directory with other things keeps its mode; the
 * portal's files in it do not.
 */
export function closeToOthers(dataDir: string): void {
  const entries = readdirSync(dataDir)
  for (const name of entries) if (own.test(name)) close(join(dataDir, name))
  if (entries.every((name) => own.test(name))) narrow(dataDir)
}

function close(path: string): void {
  if (!narrow(path)) return
  for (const entry of readdirSync(path, { withFileTypes: true })) if (!entry.isSymbolicLink()) close(join(path, entry.name))
}

/** Returns whether it is a directory. */
function narrow(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return false
  if ((stats.mode & 0o077) !== 0) chmodSync(path, stats.mode & 0o700)
  return stats.isDirectory()
}
