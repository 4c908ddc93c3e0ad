import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Calls a portal process as a persona and reads the whole response. Throws for an unexpected status. */
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

export async function cookieOf(url: string, persona: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ persona }) })
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** Settings of a portal that reports its longest block at this socket. */
export const watched = (socket: string) => ({
  NODE_OPTIONS: `--import=${new URL('ticker.ts', import.meta.url).href}`,
  TICKER: socket,
})

/** Returns the event loop's longest turn while `work` ran, in CPU milliseconds, and the whole time. */
export async function longestBlock(socket: string, work: () => Promise<unknown>): Promise<{ block: number; took: number }> {
  await longestSinceLastAsked(socket)
  const start = performance.now()
  await work()
  const took = performance.now() - start
  // A turn counts once the next begins.
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
