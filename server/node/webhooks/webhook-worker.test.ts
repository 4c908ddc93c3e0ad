import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newWebhook } from '../../../domain/webhooks/webhook.ts'
import { webhookSecretOf } from '../../app/secrets.ts'
import { demoPeople, type DemoPersona } from '../../store/demo/demo-people.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { writing } from '../../store/sql/writing.ts'
import { contoso, litware, openWithCast, scopeFor, writeOf } from '../../store/testing/cast.ts'
import { engines, type OpenedStore } from '../../store/testing/test-engines.ts'
import { startWebhookWorker } from './webhook-worker.ts'

const secret = 'a secret of the tests, 32 bytes and more'
const scope = scopeFor('provider.admin')
const pace = { poll: 20, lease: 30_000, rest: 50, quick: 500, patience: 60_000 }
// On a busy machine a delivery takes seconds.
vi.setConfig({ testTimeout: 60_000 })
const soon = { timeout: 30_000 }

type Heard = { url: string; headers: IncomingHttpHeaders; body: string }

describe.each(engines)('what is on its way in $name', (engine) => {
  let opened: OpenedStore
  let server: Server
  let heard: Heard[]
  let answer: (heard: Heard, response: ServerResponse) => void
  let logged: string
  let workers: ReturnType<typeof startWebhookWorker>[]
  let elapsed: number
  let signing: string
  const now = () => new Date(Date.now() + elapsed)

  beforeEach(async () => {
    ;[heard, workers, logged, elapsed] = [[], [], '', 0]
    answer = (_, response) => response.writeHead(200).end('thanks')
    opened = await openWithCast(engine)
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => { body += String(part) }).on('end', () => {
        const one = { url: request.url ?? '', headers: request.headers, body }
        heard.push(one)
        answer(one, response)
      })
    })
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  })
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    server.closeAllConnections()
    await new Promise((done) => { server.close(done) })
    await opened.close()
  })

  const log = pino({ level: 'trace' }, { write: (line: string) => { logged += line } })
  const work = (changes: Partial<Parameters<typeof startWebhookWorker>[0]> = {}) => {
    const { webhooks } = opened.store
    const worker = startWebhookWorker({ webhooks, secret, sending: 'anywhere', log, now, ...changes }, pace)
    workers.push(worker)
    return worker
  }
  const hook = async (path = '/in', persona: DemoPersona = 'provider.admin') => {
    const id = uuidV7(now())
    const { port } = server.address() as AddressInfo
    const actor = demoPeople[persona]
    signing = await webhookSecretOf(secret, { organizationId: actor.organization.id, webhookId: id })
    const url = `http://127.0.0.1:${port}${path}`
    const webhook = newWebhook({ url, events: ['invitation-opened'] }, { id, actor, secret: signing, now: now() })
    const own = scopeFor(persona)
    return opened.store.webhooks.create(own, webhook, await opened.store.webhooks.count(own), writeOf([]))
  }
  const happen = (nounId: string, organizationId = contoso.id) => {
    const { audit, ...write } = writeOf([organizationId], { action: 'invitation.opened', nounId, at: now() })
    const about = audit.map((entry) => ({ ...entry, noun: 'invitations' }))
    return writing(opened.db, organizationId, { ...write, audit: about }, async () => undefined)
  }
  const delivery = async (webhookId: string) =>
    (await opened.store.webhooks.deliveries(scope, webhookId, undefined, { limit: 200 })).items[0]
  const states = async (webhookId: string) =>
    (await opened.store.webhooks.deliveries(scope, webhookId, undefined, { limit: 200 })).items.map(({ state }) => state)
  const rowOf = (one: Heard) => (JSON.parse(one.body) as { data: { id: string } }).data.id

  it('is signed as Standard Webhooks says, and its answer is kept', async () => {
    const { id } = await hook('/in?key=hidden')
    await happen('row')
    work()
    await expect.poll(async () => (await delivery(id))?.state, soon).toBe('delivered')
    const [one] = heard
    if (!one) throw new Error('Nothing came')
    expect(new Webhook(signing).verify(one.body, one.headers as Record<string, string>)).toMatchObject({ type: 'invitation-opened' })
    const { 'webhook-id': sent, 'webhook-timestamp': at, 'webhook-signature': signature } = one.headers
    const key = Buffer.from(signing.slice('whsec_'.length), 'base64')
    expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${String(sent)}.${String(at)}.${one.body}`).digest('base64')}`)
    expect([key.length, one.url, one.headers['content-type']]).toEqual([32, '/in?key=hidden', 'application/json'])
    expect(await delivery(id)).toMatchObject({ id: sent, request: one.body, status: 200, response: 'thanks', attempts: 1, fault: null })
    for (const hidden of [signing.slice(6), 'hidden', '127.0.0.1']) expect(logged).not.toContain(hidden)
  })

  it('comes again with its id until it arrives, each once from however many processes', async () => {
    let refused = 0
    answer = (_, response) => response.writeHead((refused += 1) === 1 ? 503 : 200).end()
    const { id } = await hook()
    await happen('row')
    for (const _ of [1, 2, 3]) work()
    await expect.poll(async () => (await delivery(id))?.fault, soon).toBe('answered')
    elapsed += 60_000
    await expect.poll(async () => (await delivery(id))?.state, soon).toBe('delivered')
    expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([heard[0]?.headers['webhook-id'], heard[0]?.headers['webhook-id']])
    for (let count = 0; count < 6; count += 1) await happen(String(count))
    await expect.poll(() => heard.length, soon).toBe(8)
    expect(new Set(heard.slice(2).map(rowOf)).size).toBe(6)
  })

  it('one that is slow delays no other, and what a stop breaks off is tried again', async () => {
    answer = ({ url }, response) => { if (url !== '/slow') response.writeHead(204).end() }
    const [slow, quick] = [await hook('/slow'), await hook('/quick')]
    for (const row of ['a', 'b']) await happen(row)
    const worker = work()
    await expect.poll(() => states(quick.id), soon).toEqual(['delivered', 'delivered'])
    expect(heard.filter(({ url }) => url === '/slow')).toHaveLength(1)
    await worker.stop()
    expect(await states(slow.id)).toEqual(['waiting', 'waiting'])
    answer = (_, response) => response.writeHead(204).end()
    elapsed += 30_000
    work()
    await expect.poll(() => heard.filter(({ url }) => url === '/slow').length, soon).toBe(3)
    await expect.poll(() => states(slow.id), soon).toEqual(['delivered', 'delivered'])
    expect((await delivery(quick.id))?.attempts).toBe(1)
  })

  it('ten that are slow delay no other organisation’s, from however many processes', async () => {
    answer = ({ url }, response) => { if (url !== '/slow') response.writeHead(204).end() }
    for (let count = 0; count < 10; count += 1) await hook('/slow')
    for (const row of ['a', 'b', 'c']) await happen(row)
    for (const _ of [1, 2]) work()
    await expect.poll(() => heard.length, soon).toBe(3)
    await hook('/honest', 'reseller.admin')
    for (const row of ['d', 'e', 'f']) await happen(row, litware.id)
    await expect.poll(() => heard.filter(({ url }) => url === '/honest').length, soon).toBe(3)
    expect(heard.filter(({ url }) => url === '/slow')).toHaveLength(3)
  })

  it('one that takes long is left alone as long, whatever it answers', async () => {
    const ended: number[] = []
    const begun: number[] = []
    answer = (_, response) => {
      begun.push(performance.now())
      setTimeout(() => { ended.push(performance.now()); response.writeHead(200).end() }, 700)
    }
    await hook()
    for (const row of ['a', 'b']) await happen(row)
    work()
    await expect.poll(() => begun.length, soon).toBe(2)
    expect((begun[1] ?? 0) - (ended[0] ?? 0)).toBeGreaterThan(600)
  })

  it('is sent to no private address without the setting, nor with another secret of the portal, nor while the clock is wrong', async () => {
    const { id } = await hook()
    await happen('row')
    let isTrusted = false
    work({ sending: 'public', mayGoOn: async () => isTrusted })
    await new Promise((done) => { setTimeout(done, 200) })
    expect((await delivery(id))?.attempts).toBe(0)
    isTrusted = true
    await expect.poll(async () => (await delivery(id))?.fault, soon).toBe('not_allowed')
    await workers.pop()?.stop()
    elapsed += 60_000
    work({ secret: 'another secret of the tests, as long as it' })
    await expect.poll(async () => (await delivery(id))?.fault, soon).toBe('secret_lost')
    expect(heard).toEqual([])
  })

  it('is gone with a receiver that says so, and the log says that the webhook is disabled', async () => {
    answer = (_, response) => response.writeHead(410).end()
    const { id } = await hook()
    await happen('row')
    work()
    await expect.poll(async () => (await delivery(id))?.state, soon).toBe('dead')
    expect(await opened.store.webhooks.find(scope, id)).toMatchObject({ disabledBecause: 'gone' })
    const entries = await opened.db.selectFrom('audit_events').selectAll().where('action', '=', 'webhook.disabled').execute()
    expect(entries.map(({ noun_id, through }) => [noun_id, through])).toEqual([[id, 'worker']])
  })
})
