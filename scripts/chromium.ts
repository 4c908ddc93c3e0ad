import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** The headless one comes first: the same engine for two thirds of the work. */
const commands = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Finds CHROMIUM_PATH, the system's Chromium or Chrome, or Playwright's. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  const candidates = folders.flatMap((folder) => commands.map((name) => join(folder, name)))
  return [...candidates, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds or installs a Chromium: Debian's package as root, else Playwright's. Throws with advice when neither works. */
export function requireChromium(): string {
  const found = findChromium()
  if (found && existsSync(found)) return found
  if (found) throw new Error(`CHROMIUM_PATH names ${found}, which does not exist.`)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing Debian\'s with apt-get …')
    run('apt-get', ['update', '-qq'])
    for (const packaged of ['chromium-headless-shell', 'chromium'])
      if (!findChromium()) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packaged, 'fonts-noto-cjk'])
  } else {
    console.log('No Chromium found: installing Playwright\'s …')
    run('npx', ['playwright', 'install', 'chromium'])
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The journeys need a Chromium, and none could be installed; the reason is above. Install Chromium or Chrome, ' +
      'or let CHROMIUM_PATH name one, and run this again.',
  )
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
