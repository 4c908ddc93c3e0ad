import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'

/** What the portal itself keeps in a data directory. */
const own = /^(lock(-journal)?|holder\.json(\.new)?|session-secret(\.[\da-f]+)?|store(\.new)?)$/

/** What this process makes from now on is for its user alone, also what libraries make. A thread has its process's mask. */
export function makeFilesPrivate(): void {
  if (isMainThread) process.umask(0o077)
}

/**
 * Takes from everybody else what an earlier process, a copy or whoever made the directory left open. A directory that holds other things
 * too keeps its mode; what is ours in it does not.
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

/** Gives whether it is a directory. */
function narrow(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return false
  if ((stats.mode & 0o077) !== 0) chmodSync(path, stats.mode & 0o700)
  return stats.isDirectory()
}
