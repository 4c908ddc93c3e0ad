import { CompiledQuery } from 'kysely'
import { steps } from '../migrations/migrate.ts'
import { runStep } from '../migrations/step.ts'
import { postgres } from './test-engines.ts'

type Run = (text: string) => Promise<{ rows: Record<string, unknown>[] }>

/** Makes PostgreSQL tables without these steps, fills them, runs the steps and calls `look`. */
export async function afterSteps(late: RegExp, rows: readonly string[], look: (run: Run) => Promise<void>): Promise<void> {
  const opened = await postgres.open()
  try {
    await opened.db.connection().execute(async (connection) => {
      const run: Run = (text) => connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
      await run('create schema earlier')
      await run('set search_path to earlier')
      try {
        for (const step of steps.filter(({ name }) => !late.test(name))) await runStep(connection, step)
        for (const row of rows) await run(row)
        for (const step of steps.filter(({ name }) => late.test(name))) await runStep(connection, step)
        await look(run)
      } finally {
        await run('reset search_path')
        await run('drop schema earlier cascade')
      }
    })
  } finally {
    await opened.close()
  }
}
