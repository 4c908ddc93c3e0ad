import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../checks/files/source-files.ts'

/** What is there now and was not, or was otherwise, at a commit; new files included. */
export function changedSince(commit: string): string[] {
  const git = (...args: string[]) => execFileSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, encoding: 'utf8' })
  const changed = git('diff', '--merge-base', commit, '--name-only') + git('ls-files', '--others', '--exclude-standard')
  return changed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))
}

/** The tests of the server that a change is likely to break: those of its nouns, and of the process when that has changed. */
export function serverTestsOf(changed: readonly string[]): string[] {
  const nouns = changed.flatMap((path) => /^(?:domain|server\/(?:app|store))\/([^/]+)\//.exec(path)?.[1] ?? [])
  const rooms = [...new Set(nouns)].flatMap((noun) => [`server/app/${noun}/`, `server/store/${noun}/`])
  return changed.some((path) => path.startsWith('server/node/')) ? [...rooms, 'server/node/'] : rooms
}

export const journeysOf = (changed: readonly string[]): string[] => changed.filter((path) => path.endsWith('.e2e.ts'))
