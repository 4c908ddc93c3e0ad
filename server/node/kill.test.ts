import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type PortalProcess, startPortalProcess } from './testing/portal-process.ts'

// Each start of a process takes seconds, more on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let dataDir: string
let portal: PortalProcess

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tessera-kill-'))
  portal = await startPortalProcess({ DATA_DIR: dataDir })
})
afterAll(async () => {
  await portal.end('SIGTERM')
  await rm(dataDir, { recursive: true })
})

type Made = { id: string; link: string }
const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30 }

async function signIn(): Promise<string> {
  const answer = await fetch(`${portal.url}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona: 'provider.sales' }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Makes invitations until the server is gone; counts those whose whole response arrived. */
async function makeUntilKilled(Cookie: string, made: Made[], enough: number): Promise<void> {
  const headers = () => ({ 'Content-Type': 'application/json', Cookie, 'Idempotency-Key': crypto.randomUUID() })
  try {
    for (;;) {
      const answer = await fetch(`${portal.url}/api/invitations`, { method: 'POST', headers: headers(), body: JSON.stringify(draft) })
      const invitation = (await answer.json()) as Made
      if (answer.status === 201) made.push(invitation)
      if (made.length === enough) void portal.end('SIGKILL')
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

it.each([25, 60, 110])('loses none of the invitations that were answered when it is killed after %i of them', async (enough) => {
  const made: Made[] = []
  const Cookie = await signIn()
  await Promise.all(Array.from({ length: 6 }, () => makeUntilKilled(Cookie, made, enough)))
  expect(made.length).toBeGreaterThanOrEqual(enough)

  portal = await startPortalProcess({ DATA_DIR: dataDir })
  const paths = made.flatMap(({ id, link }) => [`/api/invitations/${id}`, new URL(link).pathname.replace('/accept/', '/api/acceptance/')])
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${portal.url}${path}`, { headers: { Cookie } })).status))
  expect(statuses.filter((status) => status !== 200)).toEqual([])
})
