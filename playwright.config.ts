import { defineConfig } from '@playwright/test'
import type { HostName } from './e2e/hosts/world.ts'
import { findChromium } from './scripts/chromium.ts'

const executablePath = findChromium()

/** Journeys do not know their host; each host's worker starts what it needs (e2e/hosts). */
export default defineConfig<object, { hostName: HostName }>({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 3,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--host-resolver-rules=MAP portal.test 127.0.0.1',
      ],
    },
  },
  // The first host runs every journey, without animations: clicks wait for them, and a colour on its way to another one is neither.
  // The others run those in which a host could make a difference.
  projects: [
    {
      name: 'node-postgres',
      use: { hostName: 'node-postgres', contextOptions: { reducedMotion: 'reduce' } },
      grepInvert: /@in-browser/,
    },
    { name: 'node-pglite', use: { hostName: 'node-pglite' }, grep: /@every-host|@every-engine/ },
    {
      name: 'in-browser',
      use: { hostName: 'in-browser' },
      grep: /@every-host|@in-browser/,
      // Every load of a page opens a database in the browser, and two such browsers share the machine.
      expect: { timeout: 60_000 },
    },
  ],
})
