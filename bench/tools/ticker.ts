import { createServer } from 'node:http'
import { isMainThread } from 'node:worker_threads'

// Loaded into a portal's process: asked at the socket in TICKER, it tells the most CPU time in milliseconds that the event loop's thread
// has spent between two turns since it was asked last. Other than a clock it does not count what other processes take.
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
