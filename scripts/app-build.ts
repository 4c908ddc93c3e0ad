import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { billOfMaterials } from './supply/bill-of-materials.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  '{src,domain,locales,public}/**/*.*', 'scripts/{vite-*,supply/bill-*}.ts', 'index.html', 'vite.config.ts', 'tsconfig*.json',
  'package-lock.json',
]

/** The server's app goes to `dist`, the demo to `dist-demo`. */
const builds = {
  production: { folder: join(root, 'dist'), sources },
  demo: { folder: join(root, 'dist-demo'), sources: [...sources, '{mocks,server}/**/*.*', 'scripts/{demo-*,databases/pglite-image}.ts'] },
}

/** Builds the browser app unless these sources are built already. Throws when the build fails. */
export function buildWhenChanged(mode: keyof typeof builds): void {
  const stamp = join(builds[mode].folder, '.sources')
  const wanted = hashOf(builds[mode].sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(mode === 'demo' ? 'Building the demo …' : 'Building the browser app …')
  rmSync(stamp, { force: true })
  const vite = fileURLToPath(import.meta.resolve('vite/package.json').replace('package.json', 'bin/vite.js'))
  // PostgreSQL's loader in the demo causes a dozen harmless warnings.
  const logLevel = mode === 'demo' ? 'error' : 'warn'
  const result = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', logLevel, '--emptyOutDir'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status !== 0) throw new Error(`The ${mode} build of the browser app failed; the reason is above.`)
  if (mode === 'production') writeFileSync(join(builds[mode].folder, 'bill-of-materials.cdx.json'), billOfMaterials(root))
  writeFileSync(stamp, wanted)
}

/** Throws when the normal build holds a part of the in-browser API. */
export function refuseDemoParts(folder = builds.production.folder): void {
  const found = globSync('**/*.*', { cwd: folder }).filter((file) =>
    /pglite|mock|msw|\.wasm|\.tar/i.test(file) ||
    (file.endsWith('.js') && /pglite|mockServiceWorker/i.test(readFileSync(join(folder, file), 'utf8'))),
  )
  if (found.length > 0) throw new Error(`Parts of the demo reached the normal build: ${found.join(', ')}`)
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root }).toSorted()) {
    if (file.includes('.test.')) continue
    hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}
