import { serveEngine } from './engine-thread.ts'

// `openEngine` starts this thread.
await serveEngine()
