import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type MailCatcher, startMailCatcher } from './mail/testing/mail-catcher.ts'
import { type PortalProcess, startPortalProcess } from './testing/portal-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let room: string
let dataDir: string
let catcher: MailCatcher
let portal: PortalProcess

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'tessera-stop-'))
  dataDir = join(room, 'data')
  // A directory of default mode, with an earlier process's files.
  await mkdir(dataDir, { mode: 0o755 })
  await writeFile(join(dataDir, 'session-secret'), 'a secret that is long enough for links', { mode: 0o644 })
  catcher = await startMailCatcher()
  const mail = { SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=never`, MAIL_FROM: 'tessera@contoso.example' }
  portal = await startPortalProcess({ DATA_DIR: dataDir, ...mail })
})
afterAll(async () => {
  await portal.end('SIGKILL')
  await catcher.close()
  await rm(room, { recursive: true })
})

async function call(path: string, cookie: string, body?: object): Promise<Response> {
  const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
  return fetch(`${portal.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body ?? {}) })
}

const terms = { delivery: 'direct', includeDap: false, language: 'en', expiresInDays: 30 }

const signedIn = async () =>
  (await call('/api/session', '', { persona: 'provider.sales' })).headers.getSetCookie()[0]?.split(';')[0] ?? ''

it('leaves nothing in its data directory that other users of the machine can read, whatever its mode was', async () => {
  await call('/api/invitations', await signedIn(), { ...terms, reusable: true })
  const entries = await readdir(dataDir, { recursive: true })
  const modes = await Promise.all(['', ...entries].map(async (name) => [name, (await stat(join(dataDir, name))).mode & 0o077]))
  expect(modes.length).toBeGreaterThan(100)
  expect(modes.filter(([, others]) => others !== 0)).toEqual([])
})

it('is gone within eight seconds while a mail server, a sender, a reader and a listener hang at once', async () => {
  const cookie = await signedIn()
  const made = await call('/api/invitations', cookie, { ...terms, reusable: false, customer: { email: 'hung@northwind.example' } })
  const { id } = (await made.json()) as { id: string }
  const hanging = catcher.connections()
  expect((await call(`/api/invitations/${id}/send`, cookie)).status).toBe(200)
  await expect.poll(() => catcher.connections(), { timeout: 20_000 }).toBeGreaterThan(hanging)
  const events = await fetch(`${portal.url}/api/events`, { headers: { Cookie: cookie } })
  const { port } = new URL(portal.url)
  const sender = connect(Number(port), '127.0.0.1').on('error', () => undefined)
  await once(sender, 'connect')
  const told = `Host: 127.0.0.1\r\nCookie: ${cookie}\r\nContent-Type: text/csv\r\nContent-Length: 900000`
  sender.write(`POST /api/customers/import HTTP/1.1\r\n${told}\r\n\r\nMicrosoft ID`)
  await fetch(`${portal.url}/healthz`)

  const before = performance.now()
  const { code } = await portal.end('SIGTERM')
  expect(performance.now() - before).toBeLessThan(8_000)
  expect(code).toBe(0)
  await events.text().catch(() => undefined)
})
