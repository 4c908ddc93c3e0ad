import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../domain/audit/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { testEvent, webhookEvents } from '../../../domain/webhooks/event-names.ts'
import { type MadeWebhook, type Sending, type Webhook, type WebhookDelivery, WebhookMessage } from '../../../domain/webhooks/schemas.ts'
import { codeOf } from '../testing/codes.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { draft, openWorld, type World } from '../testing/world.ts'

const body = (changes: object = {}) => ({ url: 'https://hooks.contoso.example/in?key=hidden', events: ['invitation-created'], ...changes })

describe('webhooks', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const call = async (by: Person, path = '', init = {}) => (await world.as(by))(`/webhooks${path}`, init)
  const make = async (by: Person, changes = {}): Promise<MadeWebhook> => {
    const answer = await call(by, '', { json: body(changes) })
    expect([by, answer.status]).toEqual([by, 201])
    return (await answer.json()) as MadeWebhook
  }
  const listed = async (by: Person) => (await (await call(by)).json()) as Page<Webhook> & { sending: Sending }
  const deliveries = async (by: Person, id: string, query = '') =>
    ((await (await call(by, `/${id}/deliveries${query}`)).json()) as Page<WebhookDelivery>).items
  const remove = (by: Person, { id, etag }: Webhook, headers: Record<string, string> = { 'If-Match': etag }) =>
    call(by, `/${id}`, { method: 'DELETE', headers })
  const audit = async (by: Person) => ((await (await (await world.as(by))('/audit')).json()) as Page<AuditEvent>).items
  const post = { method: 'POST' }

  it('shows the secret once, and to the same call again', async () => {
    const admin = await world.as('provider.admin')
    const keyed = { json: body(), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the same' } }
    const made = (await (await admin('/webhooks', keyed)).json()) as MadeWebhook
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(await (await admin('/webhooks', keyed)).json()).toEqual(made)
    const { items, sending } = await listed('provider.admin')
    const { secret, ...shown } = made
    expect([items, sending]).toEqual([[shown], 'public'])
    expect(secret.endsWith(`${shown.lastFour}=`)).toBe(true)
    const other = await openWorld({ store: world.store, secret: 'another secret of the tests, as long as it' })
    const again = await other.over(world.store, await world.signIn('provider.admin'))('/webhooks', keyed)
    expect(await codeOf(again)).toBe('409 webhook.not_shown_again')
    await other.close()
  })

  it('what happens is on its way to one’s own, by ids alone; the log names no more than the host', async () => {
    const [own, foreign] = [await make('provider.admin'), await make('reseller.admin')]
    const through = { delivery: 'via_reseller', resellerId: organizationId('litware'), note: 'quartz' }
    const made = await (await world.as('provider.sales'))('/invitations', { json: draft(through) })
    const { id } = (await made.json()) as { id: string }
    const [delivery] = await deliveries('provider.admin', own.id)
    expect(delivery).toMatchObject({ event: 'invitation-created', state: 'waiting', attempts: 0, response: null })
    const message = JSON.parse(delivery?.request ?? '') as { data: object }
    expect(message.data).toEqual({
      organizationId: organizationId('contoso'), action: 'invitation.created', noun: 'invitations', id, customerId: null,
    })
    expect(delivery?.request).not.toMatch(/quartz|Person|@/)
    const log = await audit('provider.admin')
    expect(log.find((entry) => entry.id === delivery?.id)).toMatchObject({ action: 'invitation.created', nounId: id })
    const entry = log.find(({ action }) => action === 'webhook.made')
    expect(entry).toMatchObject({ nounId: own.id, details: { host: 'hooks.contoso.example' } })
    expect(JSON.stringify(log)).not.toContain('hidden')
    for (const path of [`/${foreign.id}/deliveries`, `/${foreign.id}`, `/${foreign.id}/test`]) {
      const init = path.endsWith('deliveries') ? {} : path.endsWith('test') ? post : { method: 'DELETE', headers: { 'If-Match': '*' } }
      expect(await codeOf(await call('provider.admin', path, init))).toBe('404 webhook.not_found')
    }
    expect(await codeOf(await call('provider.admin', `/${own.id}/deliveries/${foreign.id}/redeliver`, post))).toBe('404 webhook.not_found')
    expect(await codeOf(await call('provider.admin', '/nonsense/deliveries'))).toBe('404 webhook.not_found')
  })

  it.each(['provider.sales', 'reseller.helpdesk', 'customer.user'] as const)('are nothing for %s', async (person) => {
    const admin = ({ provider: 'provider.admin', reseller: 'reseller.admin', customer: 'customer.globaladmin' } as const)
    const own = await make(admin[person.split('.')[0] as keyof typeof admin])
    for (const [path, init] of [
      ['', {}], ['', { json: body() }], [`/${own.id}/deliveries`, {}], [`/${own.id}/test`, post],
      [`/${own.id}`, { method: 'DELETE', headers: { 'If-Match': own.etag } }],
    ] as const)
      expect(await codeOf(await call(person, path, init))).toBe('403 webhook.needs_admin')
  })

  it.each([
    ['by http', { url: 'http://hooks.contoso.example/' }, '/url webhook.https_only'],
    ['to this machine', { url: 'https://localhost:8080/' }, '/url webhook.private_address'],
    ['to a private address', { url: 'https://10.0.0.1/' }, '/url webhook.private_address'],
    ['to loopback in another form', { url: 'https://0x7f000001/' }, '/url webhook.private_address'],
    ['with a password', { url: 'https://one:two@contoso.example/' }, '/url field.bad_url'],
    ['to no address', { url: 'contoso.example' }, '/url field.bad_url'],
    ['of no event', { events: [] }, '/events field.too_small'],
    ['of an unknown event', { events: ['everything'] }, '/events/0 field.not_one_of'],
  ])('is not made %s', async (_name, changes, expected) => {
    const answer = await call('provider.admin', '', { json: body(changes) })
    const { errors } = (await answer.json()) as Problem
    expect([answer.status, errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([422, [expected]])
  })

  it('ten at most, also when they are made at once; each removed by the version that was seen', async () => {
    for (let count = 0; count < 9; count += 1) await make('provider.admin')
    const admin = await world.as('provider.admin')
    const tried = await Promise.all([1, 2, 3].map(() => admin('/webhooks', { json: body() })))
    expect((await Promise.all(tried.map(codeOf))).toSorted()).toEqual(['201', '409 webhook.too_many', '409 webhook.too_many'])
    const [first] = (await listed('provider.admin')).items
    if (!first) throw new Error('There is none')
    expect(await codeOf(await remove('provider.admin', first, {}))).toBe('428 request.version_required')
    expect(await codeOf(await remove('provider.admin', first, { 'If-Match': '"7"' }))).toBe('412 request.stale')
    expect((await remove('provider.admin', first)).status).toBe(204)
    expect(await codeOf(await remove('provider.admin', first))).toBe('404 webhook.not_found')
    expect((await listed('provider.admin')).items).toHaveLength(9)
  })

  it('each event is described, and a message is as it is described', async () => {
    const { webhooks } = (await (await world.guest('/openapi.json')).json()) as {
      webhooks: Record<string, { post: { requestBody: object } }>
    }
    expect(Object.keys(webhooks).toSorted()).toEqual([...webhookEvents, testEvent].toSorted())
    expect(JSON.stringify(webhooks['invitation-accepted']?.post.requestBody)).toContain('WebhookMessage')
    const { id } = await make('provider.admin')
    await call('provider.admin', `/${id}/test`, post)
    const { request } = await world.db.selectFrom('webhook_deliveries').select('request').executeTakeFirstOrThrow()
    expect(WebhookMessage.strict().parse(JSON.parse(request))).toMatchObject({ type: 'test-created', data: { id } })
  })

  it('two tests within a minute, and again what has come to an end', async () => {
    const { id } = await make('provider.admin')
    const test = () => call('provider.admin', `/${id}/test`, post)
    expect(await codeOf(await test())).toBe('201')
    expect(await codeOf(await test())).toBe('201')
    expect(await codeOf(await test())).toBe('409 webhook.tested_lately')
    world.wait(60_000)
    expect(await codeOf(await test())).toBe('201')
    const [newest] = await deliveries('provider.admin', id)
    const again = () => call('provider.admin', `/${id}/deliveries/${newest?.id}/redeliver`, post)
    expect(newest?.event).toBe('test-created')
    expect(await codeOf(await again())).toBe('409 webhook.delivery_waits')
    await world.db.updateTable('webhook_deliveries').set({ state: 'dead', attempts: 10, due_at: null, fault: 'unreachable' }).execute()
    expect(await deliveries('provider.admin', id, '?state=dead')).toHaveLength(3)
    expect((await (await again()).json()) as WebhookDelivery).toMatchObject({ id: newest?.id, state: 'waiting', attempts: 0 })
    expect(await deliveries('provider.admin', id, '?state=dead')).toHaveLength(2)
    expect((await audit('provider.admin')).find(({ action }) => action === 'webhook.redelivered')).toMatchObject({
      nounId: id, details: { host: 'hooks.contoso.example', event: 'test-created' },
    })
  })

  it('a host that sends nothing says so, and tests none', async () => {
    const page = await openWorld({ sendsWebhooks: undefined })
    const admin = await page.as('provider.admin')
    const made = (await (await admin('/webhooks', { json: body() })).json()) as MadeWebhook
    expect(await (await admin('/webhooks')).json()).toMatchObject({ sending: 'none', items: [{ id: made.id }] })
    expect(await codeOf(await admin(`/webhooks/${made.id}/test`, post))).toBe('409 webhook.not_sent_here')
    await page.close()
    const inside = await openWorld({ sendsWebhooks: 'anywhere' })
    const there = await inside.as('provider.admin')
    expect(await codeOf(await there('/webhooks', { json: body({ url: 'http://10.0.0.1:8080/' }) }))).toBe('201')
    await inside.close()
  })
})
