import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** A persona's calls to a portal in a process of its own; the whole answer is read. Throws when the answer is none of these. */
export type Caller = (path: string, init?: RequestInit & { json?: unknown; fine?: number[] }) => Promise<string>

export async function callerOf(url: string, persona: string): Promise<Caller> {
  const cookie = await cookieOf(url, persona)
  return async (path, { json, fine = [200, 201], ...init } = {}) => {
    const answer = await fetch(`${url}${path}`, {
      ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      ...init,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), cookie, ...(init.headers as object) },
    })
    const text = await answer.text()
    if (!fine.includes(answer.status)) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
    return text
  }
}

/** The cookie of a new session of this persona. */
export async function cookieOf(url: string, persona: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ persona }) })
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** The settings of a portal whose longest block is to be asked for at this socket. */
export const watched = (socket: string) => ({
  NODE_OPTIONS: `--import=${new URL('ticker.ts', import.meta.url).href}`,
  TICKER: socket,
})

/** Milliseconds of CPU time that the portal's event loop took for the longest of its turns while `work` ran; and of all, by the clock. */
export async function longestBlock(socket: string, work: () => Promise<unknown>): Promise<{ block: number; took: number }> {
  await longestSinceLastAsked(socket)
  const start = performance.now()
  await work()
  const took = performance.now() - start
  // A turn is counted when the next one begins.
  await pause(50)
  return { block: await longestSinceLastAsked(socket), took }
}

const longestSinceLastAsked = (socketPath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => resolve(Number(text)))
    })
    asked.once('error', reject)
    asked.end()
  })
