import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['{src,domain,locales,public}/**/*.*', 'scripts/vite-*.ts', 'index.html', 'vite.config.ts', 'tsconfig*.json', 'package-lock.json']
const stamp = join(root, 'dist', '.sources')

/** Builds the browser app into `dist` unless it was already built from these very sources. Throws when the build fails. */
export function buildWhenChanged(): void {
  const wanted = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building the browser app …')
  buildApp()
  writeFileSync(stamp, wanted)
}

/** Vite's build, `dist` for the server's app and `dist-demo` for the one with the API in the page. Throws when it fails. */
export function buildApp(mode: 'production' | 'demo' = 'production'): void {
  rmSync(stamp, { force: true })
  const vite = fileURLToPath(import.meta.resolve('vite/package.json').replace('package.json', 'bin/vite.js'))
  const result = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn', '--emptyOutDir'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status !== 0) throw new Error(`The ${mode} build of the browser app failed; the reason is above.`)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).toSorted()) {
    if (file.includes('.test.')) continue
    hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}
