// Plain JavaScript without packages, which runs on any Node before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The Node that package.json pins, on which every later step runs. */
export const pinnedNode = fileURLToPath(
  new URL(process.platform === 'win32' ? '../node_modules/node/bin/node.exe' : '../node_modules/node/bin/node', import.meta.url),
)

/** Runs `npm ci` when the installed packages differ from package-lock.json. Ends the process with a message on failure. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json …')
  const result = npmCi()
  if (result.error) stop('npm was not found on PATH. Install Node.js 20 or newer together with npm, then run this again.')
  if (result.status !== 0)
    stop(
      `npm ci ended with code ${result.status ?? result.signal}; what went wrong is above. If it names the network, the package\n` +
        'registry could not be reached: "npm config get registry" says which, "npm config set registry ADDRESS" sets another.',
    )
  if (!existsSync(pinnedNode))
    stop('npm did not run the install script of the pinned Node. Allow it ("npm config delete ignore-scripts") and run this again.')
}

/** npm records a complete installation in node_modules/.package-lock.json. */
function isInstalled() {
  if (!existsSync(pinnedNode)) return false
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    const found = present[path]
    return found ? found.version === version : optional === true
  })
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined} */
function packagesOf(file) {
  try {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    return /** @type {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} */ (JSON.parse(text)).packages
  } catch {
    return undefined
  }
}

function npmCi() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
  return npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(`\n${message}`)
  process.exit(1)
}
