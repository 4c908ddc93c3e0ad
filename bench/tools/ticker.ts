import { createServer } from 'node:http'
import { isMainThread } from 'node:worker_threads'

// Runs in a portal's process: tells at the socket in TICKER the longest CPU time in milliseconds between two turns since the last question.
// CPU time excludes other processes, unlike a clock.
const socket = process.env.TICKER
if (isMainThread && socket) {
  let longest = 0
  let before = process.threadCpuUsage()
  setInterval(() => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, now.user + now.system - before.user - before.system)
    before = now
  }, 2).unref()
  createServer((_, answer) => {
    answer.end(String(longest / 1000))
    longest = 0
  }).listen(socket).unref()
}
