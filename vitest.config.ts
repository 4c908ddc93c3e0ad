import { defineConfig } from 'vitest/config'
import { words } from './scripts/vite-words.ts'
import { keepWasmCode } from './server/node/database/keep-wasm-code.ts'

// The workers are threads of this process.
keepWasmCode()

export default defineConfig({
  plugins: [words()],
  test: {
    pool: 'threads',
    maxWorkers: 2,
    // Files of one worker share what they import and the databases that they have made: to read the API takes longer than its tests.
    isolate: false,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{domain,src,mocks,scripts,bench,locales}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: ['server/node/faults.test.ts'],
          globalSetup: ['scripts/databases/test-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['server/node/faults.test.ts'] },
      },
    ],
  },
})
