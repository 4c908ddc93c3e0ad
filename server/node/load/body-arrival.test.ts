import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, listenOn } from '../http/http-server.ts'
import { createMetrics } from '../upkeep/metrics.ts'
import { createPortal } from '../portal.ts'
import { loadStaticFiles } from '../http/static-files.ts'

const patience = { within: 200, bytesPerSecond: 1_000, prompt: 40, slowEach: 3, heldInAll: 1_000_000 }
const mostAtOnce = 4

let server: HttpServer
let read: string[]
/** Releases waiting bodies. */
let waiting: (() => void)[]

/** Echoes the body; reads an import only when it is signed in. Some wait until the test releases them. */
const api = {
  fetch: async (request: Request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/openapi.json') return Response.json({ paths: {} })
    if (pathname === '/api/customers/import' && request.headers.get('Cookie') === null) return new Response('sign in', { status: 401 })
    const work = request.headers.get('X-Work')
    const wait = () => new Promise<void>((resolve) => { waiting.push(resolve) })
    if (work === 'begins late') await wait()
    const text = await request.text().catch(() => undefined)
    if (work === 'takes long') await wait()
    if (text === undefined) return new Response('broken off', { status: 400 })
    read.push(text)
    return new Response(`read ${text.length}`)
  },
}

beforeAll(async () => {
  read = []
  waiting = []
  const limits = { headersTimeout: 1_000, requestTimeout: 60_000, connectionsCheckingInterval: 20, keepAliveTimeout: 5_000 }
  server = await listenOn('127.0.0.1', 0, limits)
  const portal = await createPortal({
    api,
    ping: () => Promise.resolve(),
    own: { publicUrl: 'http://127.0.0.1', host: '127.0.0.1', port: server.port, publicUrlGiven: false, allowedHosts: [] },
    trustedProxies: 1,
    staticFiles: await loadStaticFiles('./nothing-is-built-here'),
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    mostAtOnce,
    patience,
  })
  server.answerWith(portal.fetch)
})
afterAll(() => server.stop(0))

type Told = { path?: string; length?: number; from?: string; head?: string }

/** Sends a body's announced length and its `start`. `heard` resolves when the portal has closed the connection. */
async function sending(start: string, { path = '/api/session', length = 100, from = '198.51.100.1', head = '' }: Told = {}) {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${from}\r\nContent-Length: ${length}\r\n${head}\r\n${start}`)
  return { socket, heard: heardBy(socket) }
}

async function heardBy(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (more: string) => { text += more }).on('error', () => undefined)
  await new Promise((resolve) => { socket.once('close', resolve) })
  return text
}

const hasStatus = (status: number) => expect.stringMatching(new RegExp(`^HTTP/1\\.1 ${status} `)) as string
const ordinary = () => fetch(`http://127.0.0.1:${server.port}/api/session`, { method: 'POST', body: 'hello' })

it('does not count a request whose body has not come as work, however many there are', async () => {
  const slow = await Promise.all(Array.from({ length: 5 * mostAtOnce }, (_, from) => sending('{', { from: `198.51.100.${from}` })))
  expect(await (await ordinary()).text()).toBe('read 5')
  for (const { socket } of slow) socket.destroy()
})

it('gives up a body that does not arrive in time, and closes its connection', async () => {
  const heard = await (await sending('{')).heard
  expect(heard).toEqual(hasStatus(408))
  expect(heard).toContain('"request.too_slow"')
  expect(heard).toMatch(/^connection: close\r$/im)
})

it('waits longer for a body as long as enough of it comes', async () => {
  const { socket, heard } = await sending('x'.repeat(4_000), { length: 4_001, head: 'Connection: close\r\n' })
  setTimeout(() => socket.write('x'), 2 * patience.within)
  expect(await heard).toEqual(hasStatus(200))
})

it('gives up an import that comes more slowly than it may', async () => {
  const { heard } = await sending('Microsoft ID', { path: '/api/customers/import', head: 'Cookie: signed=1\r\n' })
  expect(await heard).toEqual(hasStatus(408))
})

it('answers who may not import without waiting for the file', async () => {
  const { heard } = await sending('Microsoft ID', { path: '/api/customers/import' })
  expect(await heard).toEqual(hasStatus(401))
})

it('lets one address have a few slow bodies, and waits no longer for a further one', async () => {
  const long = { length: 100_000, from: '203.0.113.9' }
  const slow = await Promise.all(Array.from({ length: patience.slowEach }, () => sending('x'.repeat(50_000), long)))
  const further = await sending('x'.repeat(50_000), long)
  expect(await further.heard).toEqual(hasStatus(408))
  const other = await sending('x'.repeat(50_000), { ...long, from: '203.0.113.10' })
  other.socket.write('x'.repeat(50_000))
  for (const { socket } of slow) socket.write('x'.repeat(50_000))
  await expect.poll(() => read.filter(({ length }) => length === 100_000).length).toBe(patience.slowEach + 1)
  for (const { socket } of [...slow, other]) socket.destroy()
})

it('does not count as slow what the portal itself is slow to read', async () => {
  const head = 'Cookie: signed=1\r\nX-Work: begins late\r\nConnection: close\r\n'
  const heard: Promise<string>[] = []
  for (let count = 0; count <= patience.slowEach; count += 1)
    heard.push((await sending('x'.repeat(200_000), { path: '/api/customers/import', length: 200_000, head })).heard)
  await expect.poll(() => waiting.length).toBe(heard.length)
  await pause(2 * patience.prompt)
  for (const goOn of waiting.splice(0)) goOn()
  for (const each of await Promise.all(heard)) expect(each).toEqual(hasStatus(200))
})

it('holds only so much of what has not all come, from however many addresses: the slow give way', async () => {
  const length = 300_001
  const from = (position: number) => ({ length, from: `198.51.100.${position}` })
  const slow = await Promise.all([1, 2, 3].map((position) => sending('x'.repeat(300_000), from(position))))
  await pause(2 * patience.prompt)
  const prompt = await sending('x'.repeat(length), { ...from(4), head: 'Connection: close\r\n' })
  expect(await prompt.heard).toEqual(hasStatus(200))
  const first = await Promise.race(slow.map(({ heard }) => heard))
  expect(first).toEqual(hasStatus(503))
  expect(first).toContain('"server.overloaded"')
  expect(first).toMatch(/^retry-after: 1$/im)
  expect(first).toMatch(/^connection: close\r$/im)
  // The others still wait.
  for (const { socket } of slow) socket.write('x')
  await expect.poll(() => read.filter((each) => each.length === length).length).toBe(3)
  for (const { socket } of slow) socket.destroy()
})

it('turns a body away when what is being worked on leaves no room for it', async () => {
  const length = 400_000
  const told = { length, head: 'Connection: close\r\nX-Work: takes long\r\n' }
  const heard: Promise<string>[] = []
  for (let count = 0; count < 2; count += 1) heard.push((await sending('x'.repeat(length), told)).heard)
  await expect.poll(() => waiting.length).toBe(heard.length)
  const further = await sending('x'.repeat(length), { length, from: '198.51.100.7' })
  expect(await further.heard).toEqual(hasStatus(503))
  expect(await (await ordinary()).text()).toBe('read 5')
  for (const goOn of waiting.splice(0)) goOn()
  for (const each of await Promise.all(heard)) expect(each).toEqual(hasStatus(200))
})

it('does not wait long for the head of a request either', async () => {
  const silent = connect(server.port, '127.0.0.1')
  const slow = connect(server.port, '127.0.0.1')
  slow.write('GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\n')
  const [nothing, late] = await Promise.all([heardBy(silent), heardBy(slow)])
  expect([nothing, late]).toEqual([hasStatus(408), hasStatus(408)])
})
