import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8 from giving back WebAssembly code that it has replaced: doing so now and then ends the process with "Check failed:
 * jit_page_->allocations_.erase(addr) == 1" (nodejs/node#64500). The replaced code of PostgreSQL stays in memory instead. Of the whole
 * process, and in time only before the first engine starts.
 */
export const keepWasmCode = (): void => setFlagsFromString('--no-wasm-code-gc')
