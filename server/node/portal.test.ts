import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../app/create-app.ts'
import { linkOf } from '../app/invitations/links.ts'
import { base64, pngBytes, redrawForTests } from '../app/testing/logos.ts'
import { seedDemo } from '../store/demo/seed-demo.ts'
import { type Engine, engines, type OpenedStore } from '../store/testing/test-engines.ts'
import { uuidV7 } from '../store/sql/uuid-v7.ts'
import { createMetrics } from './upkeep/metrics.ts'
import { createPortal } from './portal.ts'
import { sessionCookie } from './session/session-cookie.ts'
import { loadStaticFiles } from './http/static-files.ts'

const secret = 'a-secret-for-tests-of-the-portal-process'
const publicUrl = 'http://127.0.0.1:8080'
const metricsToken = 'a-token-for-whoever-runs-it'
const now = () => new Date()

const [engine] = engines as [Engine]

let opened: OpenedStore
let reachable = true
let portal: Awaited<ReturnType<typeof createPortal>>
let logged = ''
const log = pino({ base: null }, new Writable({ write(line: Buffer, _encoding, done) { logged += line.toString(); done() } }))

beforeAll(async () => {
  opened = await engine.open()
  await seedDemo(opened.db, { now: now(), tokenHashOf: async (invitation) => (await linkOf({ secret, publicUrl }, invitation)).tokenHash })
  const session = sessionCookie(publicUrl)
  const newId = () => uuidV7(now())
  const ports = {
    store: opened.store, publicUrl, secret, now, newId, turn: () => setImmediate(), meanwhile: () => {}, session, sendsMail: false,
    redrawLogo: redrawForTests,
  }
  const api = createApp({ ...ports, demo: true })
  portal = await createPortal({
    api: { fetch: (request) => api.fetch(request) },
    ping: () => (reachable ? opened.store.ping() : Promise.reject(new Error('gone'))),
    own: { publicUrl, host: '127.0.0.1', port: 8080, publicUrlGiven: false, allowedHosts: [] },
    trustedProxies: 1,
    staticFiles: await loadStaticFiles('./nothing-is-built-here'),
    documents: ({ url }, ask, isKnown) => {
      const [, brought] = /\/brings(\/.*)/.exec(url) ?? []
      return brought === undefined ? undefined : ask(brought, 'ko').then(({ status, headers, body }) =>
        new Response(body, { status, headers: { 'Set-Cookie': headers.get('Set-Cookie') ?? 'none', Known: String(isKnown) } }))
    },
    metrics: createMetrics(),
    metricsToken,
    log,
    mostAtOnce: 5,
  })
})
afterAll(() => opened.close())

type Call = { method?: string; headers?: Record<string, string>; body?: unknown; persona?: string; from?: string }

async function call(path: string, { method = 'GET', headers = {}, body, persona, from = '203.0.113.1' }: Call = {}): Promise<Response> {
  const cookie = persona ? { Cookie: await signIn(persona) } : undefined
  return portal.fetch(new Request(`${publicUrl}${path}`, {
    method,
    headers: { 'X-Forwarded-For': from, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...cookie, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }), {})
}

const forOperators = { headers: { Authorization: `Bearer ${metricsToken}` } }

async function signIn(persona: string): Promise<string> {
  const answer = await call('/api/session', { method: 'POST', body: { persona } })
  expect(answer.status).toBe(201)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

type Told = { code: string; detail: string; requestId: string }
const problemOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as Told) })

function newInvitation(more: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'ko', expiresInDays: 30, ...more }
  const keyed = { ...headers, 'Idempotency-Key': crypto.randomUUID() }
  return call('/api/invitations', { method: 'POST', body: draft, persona: 'provider.sales', headers: keyed })
}

const newLink = async () => ((await (await newInvitation()).json()) as { link: string }).link

it('says that it lives, and whether the store answers', async () => {
  expect((await call('/healthz')).status).toBe(200)
  expect((await call('/readyz')).status).toBe(200)
  reachable = false
  const answers = [await call('/healthz'), await call('/readyz')].map(({ status }) => status)
  reachable = true
  expect(answers).toEqual([200, 503])
})

it('puts the security headers and the request id on every answer, whatever it is', async () => {
  for (const path of ['/', '/api/session', '/api/nothing', '/healthz', '/api/docs', '/assets/gone.js']) {
    const { headers } = await call(path, { headers: { 'X-Request-Id': 'trace-7' } })
    expect([path, headers.get('Referrer-Policy'), headers.get('X-Content-Type-Options'), headers.get('X-Request-Id')])
      .toEqual([path, 'no-referrer', 'nosniff', 'trace-7'])
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
  }
})

it('a logo has a policy of its own, and may be kept', async () => {
  const { id } = await opened.db.selectFrom('organizations').select('id').limit(1).executeTakeFirstOrThrow()
  const row = { name: 'n'.repeat(43), picture: base64(pngBytes(4, 2)), width: 4, height: 2, version: 1 }
  await opened.db.insertInto('organization_logos').values({ ...row, organization_id: id }).execute()
  const { status, headers } = await call(`/api/logos/${id}/${row.name}.png`)
  expect([status, headers.get('Content-Type'), headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')])
    .toEqual([200, 'image/png', "default-src 'none'; sandbox", 'nosniff'])
  expect(headers.get('Cache-Control')).toContain('immutable')
})

it('reads what a page brings in the name of whoever asked for it, and renews no session, whose cookie nothing would carry', async () => {
  const guest = await call('/brings/session')
  expect([guest.status, guest.headers.get('Known'), (await problemOf(guest)).code]).toEqual([401, 'false', 'session.required'])
  const Cookie = await signIn('provider.admin')
  await opened.db.updateTable('sessions').set({ rotation_due_at: '2026-01-01T00:00:00.000Z' }).execute()
  const known = await call('/brings/session', { headers: { Cookie } })
  expect([known.status, known.headers.get('Known'), known.headers.get('Set-Cookie')]).toEqual([200, 'true', 'none'])
  expect((await known.json()) as object).toMatchObject({ organization: { displayName: 'Contoso Distribution' } })
  expect((await call('/api/session', { headers: { Cookie } })).headers.getSetCookie()).toHaveLength(1)
})

it('counts a guessed link that a page brings as any other', async () => {
  const from = '203.0.113.77'
  for (let guess = 0; guess < 20; guess += 1) expect((await call(`/brings/acceptance/guess-${guess}`, { from })).status).toBe(404)
  expect((await call('/brings/acceptance/guess', { from })).status).toBe(429)
})

it('makes a request id of its own in place of one that could forge a log line', async () => {
  const answer = await call('/api/session', { headers: { 'X-Request-Id': 'x y {"level":50}' } })
  const { requestId } = await problemOf(answer)
  expect(requestId).toMatch(/^[\da-f-]{36}$/)
  expect(answer.headers.get('X-Request-Id')).toBe(requestId)
})

it('refuses a write that another site makes, in the reader’s language, and makes nothing', async () => {
  const answer = await call('/api/session', {
    method: 'POST', body: { persona: 'provider.admin' }, headers: { Origin: 'https://evil.example', 'Accept-Language': 'de-AT' },
  })
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  const detail = expect.stringContaining('Portal') as string
  expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'request.cross_site', detail })
})

describe('the length of bodies', () => {
  const tooLong = 'x'.repeat(1024 * 1024 + 1)
  const chunked = (length: number) => new ReadableStream({
    start: (controller) => {
      for (let left = length; left > 0; left -= 65_536) controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32))
      controller.close()
    },
  })
  const streaming = (path: string, length: number, type: string, cookie = '') =>
    portal.fetch(new Request(`${publicUrl}${path}`, {
      method: 'POST', headers: { 'Content-Type': type, Cookie: cookie }, body: chunked(length), duplex: 'half',
    } as RequestInit), {})

  it('is at most 1 MiB when announced', async () => {
    const answer = await call('/api/session', { method: 'POST', body: tooLong, headers: { 'Content-Length': String(tooLong.length) } })
    expect(await problemOf(answer)).toMatchObject({ status: 413, code: 'request.too_large' })
  })

  it('is at most 1 MiB when not announced', async () => {
    const answer = await streaming('/api/session', tooLong.length, 'application/json')
    expect(await problemOf(answer)).toMatchObject({ status: 413, code: 'request.too_large' })
    expect((await streaming('/api/session', 1024 * 1024, 'application/json')).status).not.toBe(413)
  })

  it('is at most 32 MiB for an import', async () => {
    const cookie = await signIn('provider.admin')
    expect((await streaming('/api/customers/import?dryRun=true', 2 * 1024 * 1024, 'text/csv', cookie)).status).not.toBe(413)
    expect((await streaming('/api/customers/import?dryRun=true', 32 * 1024 * 1024 + 1, 'text/csv', cookie)).status).toBe(413)
  })
})

describe('invitation links', () => {
  it('cannot be guessed on and on from one address', async () => {
    const from = '198.51.100.9'
    for (let guess = 0; guess < 20; guess += 1) expect((await call(`/api/acceptance/guess-${guess}`, { from })).status).toBe(404)
    const refused = await call('/api/acceptance/guess', { from })
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'request.too_many' })
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await call('/api/acceptance/guess', { from: '198.51.100.10' })).status).toBe(404)
  })

  it('open although somebody at the same address has guessed too often', async () => {
    const link = new URL(await newLink()).pathname.replace('/accept/', '/api/acceptance/')
    const guess = () => call('/api/acceptance/guess', { from: '2001:db8:7:7::1' })
    for (let guesses = 0; guesses < 21; guesses += 1) await guess()
    expect((await guess()).status).toBe(429)
    expect((await call(link, { from: '2001:db8:7:7::2' })).status).toBe(200)
    expect((await call(`${link}/open`, { method: 'POST', from: '2001:db8:7:7::3' })).status).toBeLessThan(300)
  })

  it('open for a first-time customer although 150 addresses have guessed as often as they may', async () => {
    const link = new URL(await newLink()).pathname.replace('/accept/', '/api/acceptance/')
    for (let address = 1; address <= 150; address += 1)
      for (let guess = 0; guess < 20; guess += 1) await call('/api/acceptance/guess', { from: `192.0.2.${address}` })
    expect((await call(link, { from: '198.51.100.200' })).status).toBe(200)
    expect((await call('/api/acceptance/guess', { from: '198.51.100.200' })).status).toBe(404)
  })

  it('hold nobody back for longer because the clock is set back', async () => {
    const from = '198.51.100.44'
    for (let guess = 0; guess < 20; guess += 1) await call('/api/acceptance/guess', { from })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 24 * 60 * 60 * 1000 })
    const refused = await call('/api/acceptance/guess', { from })
    vi.useRealTimers()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(30)
  })

  it('logs that links were guessed, and from where once it holds somebody back, but never the guess', async () => {
    const from = '198.51.100.77'
    logged = ''
    for (let guess = 0; guess <= 20; guess += 1) await call(`/api/acceptance/secret-guess-${guess}`, { from })
    expect(logged.match(/a link that does not exist was tried/g)).toHaveLength(20)
    expect(logged).toContain(`"address":"${from}"`)
    expect(logged).not.toContain('secret-guess')
  })

  it('leave no trace of their token in logs or metrics', async () => {
    const { pathname } = new URL(await newLink())
    const token = pathname.replace('/accept/', '')
    const paths = [pathname, `/api/acceptance/${token}`, `/api/acceptance/${token}/nonsense`, `/api/nothing/${token}?again=${token}`]
    for (const path of paths) await call(path, { headers: { Referer: `${publicUrl}${pathname}`, 'X-Request-Id': 'seen' } })
    await call(`/api/acceptance/${token}/accept`, { method: 'POST', body: { agreementAccepted: true }, persona: 'newcustomer.globaladmin' })
    expect(logged).toContain('"route":"/api/acceptance/:token/accept"')
    expect(logged).toContain('"requestId":"seen"')
    expect(logged + (await (await call('/metrics', forOperators)).text())).not.toContain(token)
  })
})

it('logs one line a request, without cookie, address, query or body', async () => {
  logged = ''
  await call('/api/customers?search=Tailspin', { persona: 'provider.admin' })
  const lines = logged.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  const told = lines.map(({ method, route, status }) => [method, route, status])
  expect(told).toEqual([['POST', '/api/session', 201], ['GET', '/api/customers', 200]])
  expect(Object.keys(lines[1] ?? {}).toSorted()).toEqual(['level', 'method', 'ms', 'msg', 'requestId', 'route', 'status', 'time'])
  expect(logged).not.toMatch(/Tailspin|tessera=|203\.0\.113/)
})

it('turns requests away at once, rather than queue them without end', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => call('/api/session/personas')))
  const shed = answers.filter(({ status }) => status === 503)
  expect(shed).toHaveLength(15)
  expect(shed[0]?.headers.get('Retry-After')).toBe('1')
  expect((await call('/api/session/personas')).status).toBe(200)
})

it('compresses lists, but no answer that holds a link', async () => {
  const accepting = { 'Accept-Encoding': 'br' }
  const list = await call('/api/customers', { persona: 'provider.admin', headers: accepting })
  expect(list.headers.get('Content-Encoding')).toBe('br')
  expect(JSON.parse(brotliDecompressSync(Buffer.from(await list.arrayBuffer())).toString())).toHaveProperty('items')
  const made = await newInvitation({ note: 'x'.repeat(2_000) }, accepting)
  expect([made.status, made.headers.get('Content-Encoding'), made.headers.get('Cache-Control')]).toEqual([201, null, 'no-store'])
})

it('measures by route, not by path', async () => {
  await call('/api/customers/00000000-0000-4000-8000-000000000000', { persona: 'provider.admin' })
  const text = await (await call('/metrics', forOperators)).text()
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/customers/:id",status="404"}')
  expect(text).not.toContain('00000000-0000-4000')
})

it('serves the contract and a page to browse it, from here alone', async () => {
  expect(await (await call('/api/openapi.json')).json()).toHaveProperty('openapi', '3.1.0')
  const page = await (await call('/api/docs', forOperators)).text()
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file)
  expect(files).toHaveLength(4)
  for (const file of files) expect((await call(file, forOperators)).status).toBe(200)
  expect(page).not.toMatch(/<script>|<style|style=/)
})
