import { createVitest, type TestSpecification, type Vitest } from 'vitest/node'
import { words } from '../vite-words.ts'
import { root } from '../checks/files/source-files.ts'

const patience = 240_000

/** One living runner over all tests of rules and API, in which files can have another text than on the disk. */
export async function openTestBench() {
  const texts = new Map<string, string>()
  let failures: string[] = []
  let stopsAtFirst = false
  let heard = Date.now()
  const reaching = { loaded: new Map<number, Set<string>>(), reached: new Map<number, Set<string>>() }

  const fail = (what: string) => {
    failures.push(what)
    if (stopsAtFirst && failures.length === 1) void vitest.cancelCurrentRun('test-failure')
  }
  const vitest: Vitest = await createVitest('test', {
    config: false,
    watch: false,
    root,
    include: ['{domain,src}/**/*.test.{ts,tsx}', 'server/app/**/*.test.ts'],
    setupFiles: ['scripts/mutants/reached.ts'],
    globalSetup: ['scripts/databases/test-postgres.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    unstubGlobals: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: InOrder },
    reporters: [{
      onTestCaseResult(test) {
        heard = Date.now()
        const file = test.module.relativeModuleId
        if (test.result().state === 'failed') fail(`${file} › ${test.name}`)
        for (const [kind, ids] of Object.entries(test.meta()) as ['loaded' | 'reached', number[]][])
          for (const id of ids) reaching[kind].set(id, (reaching[kind].get(id) ?? new Set()).add(file))
      },
      onTestModuleEnd(module) {
        heard = Date.now()
        if (module.errors().length > 0) fail(`${module.relativeModuleId} as a whole`)
      },
    }],
  }, {
    plugins: [words(), { name: 'mutants', enforce: 'pre', load: (id) => texts.get(id.split('?')[0] ?? '') }],
  })
  const all = await vitest.globTestSpecifications()

  return {
    /** The tests that come to a place; nothing when it is passed only once, as its file is read. */
    reached: (id: number) => (reaching.loaded.has(id) ? undefined : (reaching.reached.get(id) ?? new Set<string>())),
    files: all.map(({ moduleId }) => moduleId.slice(root.length)),
    /** Runs files of tests in this order while others have these texts, and says what failed; a run that says nothing for long is ended. */
    async run(tests: readonly string[], changed: ReadonlyMap<string, string>, { toTheEnd = false } = {}): Promise<string[]> {
      const specs = tests.flatMap((test) => all.filter(({ moduleId }) => moduleId === root + test))
      for (const [path, text] of changed) texts.set(root + path, text)
      for (const path of changed.keys()) vitest.invalidateFile(root + path)
      failures = []
      stopsAtFirst = !toTheEnd
      heard = Date.now()
      const watch = setInterval(() => {
        if (Date.now() - heard < patience) return
        heard = Date.now()
        failures.push('silence')
        // The second call does not wait for what hangs.
        void vitest.cancelCurrentRun('keyboard-input')
        void vitest.cancelCurrentRun('keyboard-input')
      }, 1000)
      const { unhandledErrors } = await vitest.runTestSpecifications(specs)
      clearInterval(watch)
      for (const path of changed.keys()) vitest.invalidateFile(root + path)
      texts.clear()
      return [...failures, ...unhandledErrors.map((error) => `an error outside the tests: ${(error as Error).message}`)]
    },
    close: () => vitest.close(),
  }
}

class InOrder {
  shard = (specs: TestSpecification[]) => specs
  sort = (specs: TestSpecification[]) => specs
}
