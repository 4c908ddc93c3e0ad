import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8 from freeing replaced WebAssembly code, which now and then ends the process with "Check failed:
 * jit_page_->allocations_.erase(addr) == 1" (nodejs/node#64500). Replaced code stays in memory instead. Applies to the whole process; call
 * it before the first engine starts.
 */
export const keepWasmCode = (): void => setFlagsFromString('--no-wasm-code-gc')
