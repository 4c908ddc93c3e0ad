import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type RunningPostgres, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL shared by all test files; each makes its own schema or database. */
    databaseUrl: string
  }
}

const key: keyof ProvidedContext = 'databaseUrl'
let postgres: RunningPostgres | undefined

export async function setup(project: TestProject): Promise<void> {
  postgres = await startPostgres()
  project.provide(key, postgres.url)
}

export async function teardown(): Promise<void> {
  await postgres?.stop()
}
