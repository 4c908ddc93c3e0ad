import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type SourceFile = { path: string; text: string }

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Lists every text file that git does not ignore, new ones included. Paths are relative, with `/`. */
export function sourceFiles(): SourceFile[] {
  const list = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
  return listed
    .split('\0')
    .filter((path) => /\.(?:[cm]?[jt]sx?|css|json|md|html|sh)$|^\.ci\//.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const isCode = (path: string): boolean => /\.(?:[cm]?[jt]sx?|css)$/.test(path)
export const isTest = (path: string): boolean => /\.(?:test|contract|e2e)\.tsx?$/.test(path) || /^(?:e2e|bench)\/|\/testing\//.test(path)
