import { fileURLToPath } from 'node:url'
import { buildWhenChanged } from './app-build.ts'

try {
  buildWhenChanged('production')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const server = fileURLToPath(new URL('../server/node/main.ts', import.meta.url))
const cache = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const env = { NODE_COMPILE_CACHE: cache, ...process.env }
if (process.execve && process.platform !== 'win32') process.execve(process.execPath, [process.execPath, server], env)
else await import(server)
