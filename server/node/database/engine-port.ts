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
 * PGlite over this directory in a thread of its own, which runs `file`: no statement keeps this process from anything else, however long
 * it takes. When the thread ends by itself, nobody knows what became of the statements that were under way, so the process ends too.
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
  await once(thread, 'message').catch((error: unknown) => {
    void leave()
    // The file system inside the engine throws what is no error, with a number for why.
    throw error instanceof Error ? error : new Error(`The store in ${directory} cannot be opened: ${inspect(error)}`)
  })
  thread.on('error', (error) => process.stderr.write(`The embedded store had to stop. ${String(error)}\n`))
  thread.on('message', (answer: Exclude<Answer, 'open'>) => {
    isInTransaction = answer.isInTransaction
    // Node hands over up to a thousand messages in one turn of the event loop, answers to what is asked meanwhile included.
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
