import filesUrl from '@electric-sql/pglite/pglite.data?url'
import programUrl from '@electric-sql/pglite/pglite.wasm?url'
import { ProgramMissing } from './start-state.ts'

export type EngineParts = { pgliteWasmModule: WebAssembly.Module; fsBundle: Blob }

let parts: Promise<EngineParts> | undefined

/**
 * Compiles the database's program as it arrives, with its files. Loads once, and again only after a failure, a {@link ProgramMissing}; the
 * engine itself would wait for ever.
 */
export function engineParts(): Promise<EngineParts> {
  parts ??= fetchParts().catch((error: unknown) => {
    parts = undefined
    throw new ProgramMissing(String(error), { cause: error })
  })
  return parts
}

async function fetchParts(): Promise<EngineParts> {
  const [pgliteWasmModule, fsBundle] = await Promise.all([
    WebAssembly.compileStreaming(found(programUrl)),
    found(filesUrl).then((answer) => answer.blob()),
  ])
  return { pgliteWasmModule, fsBundle }
}

async function found(url: string): Promise<Response> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer
}
