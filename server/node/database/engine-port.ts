import { once } from 'node:events'
import { inspect } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { PgliteEngine } from '../../store/sql/pglite-dialect.ts'
import { keepWasmCode } from './keep-wasm-code.ts'

type Result = Awaited<ReturnType<PgliteEngine['query']>>
export type Statement = { id: number; sql: string; parameters: readonly unknown[] }
export type Answer =
  | 'open'
  | ({ id: number; isInTransaction: boolean } & ({ result: Result } | { failure: { message: string; facts: object } }))

type Waiting = { resolve: (result: Result) => void; reject: (error: Error) => void }

/**
 * Runs PGlite over this directory in a thread of its own (`file`), so that no statement blocks this process. When the thread dies, the
 * outcome of its statements is unknown, so the process ends too.
 */
export async function openEngine(file: URL, directory: string): Promise<PgliteEngine & { readonly closed: boolean }> {
  keepWasmCode()
  const thread = new Worker(file, { workerData: { directory } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let isInTransaction = false
  let ended: Promise<unknown> | undefined
  const unasked = () => process.exit(1)
  thread.once('exit', unasked)
  const leave = () => {
    thread.off('exit', unasked)
    return once(thread, 'exit')
  }
  // The thread's end follows its error at once, before the catch below runs.
  const isFailing = () => thread.off('exit', unasked)
  thread.once('error', isFailing)
  const opened = new Promise<void>((resolve, reject) => {
    thread.on('message', (said: unknown) => {
      if (said === 'open') resolve()
    })
    thread.once('error', reject)
  })
  await opened.catch((error: unknown) => {
    // The engine's file system throws numbers that are no errors.
    throw error instanceof Error ? error : new Error(`The store in ${directory} cannot be opened: ${inspect(error)}`)
  })
  thread.off('error', isFailing)
  thread.on('error', (error) => process.stderr.write(`The embedded store had to stop. ${String(error)}\n`))
  thread.on('message', (answer: Exclude<Answer, 'open'>) => {
    // A Node that watches files tells of those that the thread reads.
    if (!waiting.has(answer.id)) return
    isInTransaction = answer.isInTransaction
    // Node delivers up to a thousand messages in one turn, including answers to requests made meanwhile.
    setImmediate(() => {
      const pending = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('result' in answer) pending?.resolve(answer.result)
      else pending?.reject(Object.assign(new Error(answer.failure.message), answer.failure.facts))
    })
  })
  return {
    query: (sql, parameters) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        thread.postMessage({ id, sql, parameters } satisfies Statement)
        waiting.set(id, { resolve, reject })
      }),
    isInTransaction: () => isInTransaction,
    get closed() {
      return ended !== undefined
    },
    close: async () => {
      if (!ended) {
        ended = leave()
        thread.postMessage('close')
      }
      await ended
    },
  }
}
