import { setTimeout as pause } from 'node:timers/promises'

/** A persona's calls to a portal in a process of its own; the whole answer is read. Throws when the answer is none of these. */
export type Caller = (path: string, init?: RequestInit & { json?: unknown; fine?: number[] }) => Promise<string>

export async function callerOf(url: string, persona: string): Promise<Caller> {
  let cookie = ''
  const call: Caller = async (path, { json, fine = [200, 201], ...init } = {}) => {
    const answer = await fetch(`${url}${path}`, {
      ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      ...init,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), cookie, ...(init.headers as object) },
    })
    cookie ||= (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const text = await answer.text()
    if (!fine.includes(answer.status)) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
    return text
  }
  await call('/api/session', { json: { persona } })
  return call
}

/** The cookie of a new session of this persona. */
export async function cookieOf(url: string, persona: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ persona }) })
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

// A turn is counted when the next one begins, and the first after asking is none.
/** Milliseconds of the longest time that the portal's event loop did not turn while `work` ran, as its own metrics tell; and of all. */
export async function longestBlock(url: string, work: () => Promise<unknown>): Promise<{ block: number; took: number }> {
  await longestSinceLastAsked(url)
  await pause(50)
  const start = performance.now()
  await work()
  const took = performance.now() - start
  await pause(50)
  return { block: await longestSinceLastAsked(url), took }
}

async function longestSinceLastAsked(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text) ?? []
  return Number(seconds) * 1000
}
