// node scripts/run.mjs FILE ARGS…: installs if needed, then runs FILE on the pinned Node.
import { spawn } from 'node:child_process'
import { ensureInstalled, pinnedNode } from './install.mjs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Node.js ${process.versions.node} is too old to set this up: install version 20 or newer.`)
  process.exit(1)
}
ensureInstalled()

const child = spawn(pinnedNode, process.argv.slice(2), { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))

// Ends the program when a supervisor kills npm without a signal to hand on.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 250).unref()

child.on('error', (error) => {
  console.error(`The pinned Node could not be started: ${error.message}. Remove node_modules and run this again.`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  } else process.exit(code ?? 1)
})
