import { serveEngine } from './engine-thread.ts'

// The thread that openEngine starts.
await serveEngine()
