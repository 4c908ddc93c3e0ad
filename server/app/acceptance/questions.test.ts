import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HandedOver } from '../../../domain/invitations/asides/schemas.ts'
import type { InvitationDetail, InvitationQuestion, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const agreed = { json: { agreementAccepted: true } }
const toAdmin = { json: { email: 'sora@northwind.example', name: 'Sora' } }
const asking = { json: { text: 'Why do you ask us?' } }
const day = 24 * 60 * 60 * 1000

describe('what becomes known before an answer', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const make = async (changes: Record<string, unknown> = {}) => {
    const body = (await (await (await world.as('provider.sales'))('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    return { ...body, path: `/acceptance/${tokenIn(body.link)}` }
  }
  const throughLitware = { delivery: 'via_reseller', resellerId: organizationId('litware') }
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const seen = async (id: string, person: Person = 'provider.sales') =>
    (await (await (await world.as(person))(`/invitations/${id}`)).json()) as InvitationDetail
  const actions = async (id: string) => (await seen(id)).history.map(({ action }) => action)
  const post = { method: 'POST' }
  const mails = () => world.db.selectFrom('outbox').selectAll().execute()

  it('a scanner that fetches the link a thousand times changes nothing but the count', async () => {
    const { id, path } = await make()
    const before = await seen(id)
    for (let batch = 0; batch < 20; batch += 1) await Promise.all(Array.from({ length: 50 }, () => world.guest(path)))
    expect(await seen(id)).toEqual({ ...before, tracking: { ...before.tracking, fetchedCount: 1000 } })
    await (await world.as('provider.admin'))(path)
    expect((await seen(id)).tracking.fetchedCount).toBe(1000)
  }, 60_000)

  it('a look that cannot be counted is shown all the same, and reported', async () => {
    const { path } = await make()
    const failing = { ...world.store, traces: { ...world.store.traces, countFetch: () => Promise.reject(new Error('No disk')) } }
    expect((await world.over(failing)(path)).status).toBe(200)
    expect(world.failures.splice(0)).toEqual([new Error('No disk')])
  })

  it('opening keeps the first time and the last, signing in the first', async () => {
    const { id, path } = await make()
    await world.guest(`${path}/open`, post)
    const first = (await seen(id)).tracking
    expect(first).toMatchObject({ firstOpenedAt: first.lastOpenedAt, signedInAt: null })
    const user = await world.as('newcustomer.user')
    await user(`${path}/open`, post)
    const { signedInAt } = (await seen(id)).tracking
    await user(`${path}/open`, post)
    const { etag, tracking, state } = await seen(id)
    expect({ etag, state }).toEqual({ etag: '"2"', state: 'opened' })
    expect(tracking).toMatchObject({ firstOpenedAt: first.firstOpenedAt, signedInAt })
    const [before = '', during = '', after = ''] = [first.lastOpenedAt, signedInAt, tracking.lastOpenedAt].map(String)
    expect([before <= during, during <= after]).toEqual([true, true])
    expect(await actions(id)).toEqual(['created', 'opened', 'signed_in'])
    expect((await seen(id)).history.at(-1)).toMatchObject({ by: 'Person newcustomer.user', organization: 'Northwind Traders' })
  })

  it('5.1 what a rule says to the customer is kept with its cause, until the right one accepts', async () => {
    const { id, path } = await make(throughLitware)
    const brazilian = await world.as('newcustomer-br.globaladmin')
    await brazilian(`${path}/open`, post)
    expect(await codeOf(await brazilian(`${path}/accept`, agreed))).toBe('403 acceptance.region_mismatch')
    for (const person of ['provider.sales', 'reseller.admin'] as const)
      expect(await seen(id, person)).toMatchObject({
        state: 'failed', turn: 'customer', tracking: { failure: { code: 'acceptance.region_mismatch', rule: 'BR-39' } },
      })
    expect(await actions(id)).toEqual(['created', 'handed_over', 'opened', 'signed_in', 'failed'])
    const user = await world.as('newcustomer.user')
    expect(await codeOf(await user(`${path}/accept`, agreed))).toBe('403 acceptance.needs_global_admin')
    expect((await seen(id)).tracking.failure).toMatchObject({ code: 'acceptance.needs_global_admin', rule: 'BR-33' })
    expect(await codeOf(await (await world.as('newcustomer.globaladmin'))(`${path}/accept`, agreed))).toBe('200')
    expect(await seen(id)).toMatchObject({ state: 'accepted', turn: 'done', tracking: { failure: null } })
  })

  it('readers who fail in turn neither fill the history nor make the maker’s next step stale', async () => {
    const { id, path } = await make()
    const [brazilian, user] = [await world.as('newcustomer-br.globaladmin'), await world.as('newcustomer.user')]
    await brazilian(`${path}/accept`, agreed)
    const { etag, since } = await seen(id)
    for (let turn = 0; turn < 5; turn += 1) for (const reader of [user, brazilian]) await reader(`${path}/accept`, agreed)
    expect(await seen(id)).toMatchObject({ etag, since, tracking: { failure: { code: 'acceptance.region_mismatch' } } })
    expect(await actions(id)).toEqual(['created', 'failed'])
    world.wait(60_000)
    await user(`${path}/accept`, agreed)
    expect(await actions(id)).toEqual(['created', 'failed', 'failed'])
  })

  it('5.1 an unrelated organisation, a partner, or one of many readers does not make it fail', async () => {
    const named = await make({ customer: { tenantId: tenantId('northwind') } })
    const tailspin = await world.as('customer.globaladmin')
    await tailspin(`${named.path}/open`, post)
    expect(await codeOf(await tailspin(`${named.path}/accept`, agreed))).toBe('403 acceptance.wrong_tenant')
    expect(await codeOf(await (await world.as('direct.admin'))(`${named.path}/accept`, agreed))).toBe('403 acceptance.partner_tenant')
    expect(await seen(named.id)).toMatchObject({ state: 'opened', tracking: { failure: null, signedInAt: null } })
    const many = await make({ reusable: true })
    const brazilian = await world.as('newcustomer-br.globaladmin')
    expect(await codeOf(await brazilian(`${many.path}/accept`, agreed))).toBe('403 acceptance.region_mismatch')
    expect(await seen(many.id)).toMatchObject({ state: 'created', tracking: { failure: null } })
    const reading = await make()
    await (await world.as('newcustomer.user'))(`${reading.path}/open`, post)
    expect(await seen(reading.id)).toMatchObject({ state: 'opened', tracking: { failure: null } })
  })

  it('BR-33 a user asks an administrator, who gets a mail without the link in any row; the same call again sends none', async () => {
    const { id, path, link } = await make({ language: 'de', includeDap: false })
    const user = await world.as('newcustomer.user')
    const once = { ...toAdmin, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'once' } }
    const [first, again] = [(await (await user(`${path}/hand-over`, once)).json()) as HandedOver, await user(`${path}/hand-over`, once)]
    expect(await again.json()).toEqual(first)
    expect(first).toMatchObject({ email: 'sora@northwind.example', isMailed: true, message: { language: 'de', link } })
    expect(first.message.text).toContain(link)
    expect(await mails()).toMatchObject([{
      organization_id: organizationId('northwind'), invitation_id: id, kind: 'hand_over', to_address: 'sora@northwind.example',
      language: 'de', from_name: 'Person newcustomer.user', reply_to: 'newcustomer.user@northwind.example', state: 'queued',
    }])
    const [mail] = await mails()
    expect(mail?.body).toContain(linkMark)
    expect(mail?.body).not.toContain(tokenIn(link))
    expect(await seen(id)).toMatchObject({ state: 'created', tracking: { handedToAdminAt: first.at } })
    expect(await actions(id)).toEqual(['created', 'handed_to_admin'])
  })

  it.each([[{ name: 'Sora' }, 'Hello Sora,'], [{}, 'Hello,']])('an administrator known by %j is greeted by %s', async (known, by) => {
    const { path } = await make()
    const answer = await (await world.as('newcustomer.user'))(`${path}/hand-over`, { json: { email: 'sora@northwind.example', ...known } })
    expect(((await answer.json()) as HandedOver).message.text.split('\n')[0]).toBe(by)
  })

  it('where no mail leaves nothing is written, and the message is there to be sent by hand', async () => {
    const quiet = await openWorld({ sendsMail: false })
    const sales = await quiet.as('provider.sales')
    const made = (await (await sales('/invitations', { json: draft() })).json()) as InvitationWithLink
    const user = await quiet.as('newcustomer.user')
    const answer = (await (await user(`/acceptance/${tokenIn(made.link)}/hand-over`, toAdmin)).json()) as HandedOver
    expect(answer).toMatchObject({ isMailed: false })
    expect(answer.message.text).toContain(made.link)
    expect(await quiet.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    await quiet.close()
  })

  it('a question is read by the two partners as it was written, and repeated it is asked once', async () => {
    const { id, path } = await make(throughLitware)
    const user = await world.as('newcustomer.user')
    const text = '<script>alert(1)</script>\nWhy?'
    const once = { json: { text }, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'once' } }
    const first = (await (await user(`${path}/question`, once)).json()) as InvitationQuestion
    expect(await (await user(`${path}/question`, once)).json()).toEqual(first)
    expect(first).toMatchObject({
      by: 'Person newcustomer.user', email: 'newcustomer.user@northwind.example', organization: 'Northwind Traders', text,
    })
    for (const person of ['provider.sales', 'reseller.admin'] as const) expect((await seen(id, person)).questions).toEqual([first])
    expect(await actions(id)).toEqual(['created', 'handed_over', 'asked'])
  })

  it.each(['hand-over', 'question'] as const)('%s: five times a day, and then with how long to wait', async (verb) => {
    const { path } = await make()
    const body = (time: number) => ({ json: verb === 'question' ? { text: `Why ${time}?` } : { email: `a${time}@northwind.example` } })
    const user = await world.as('newcustomer.user')
    for (let time = 0; time < 5; time += 1) expect(await codeOf(await user(`${path}/${verb}`, body(time)))).toBe('200')
    const refused = await user(`${path}/${verb}`, body(5))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(day / 1000 - 60)
    expect(((await refused.json()) as Problem).detail).toContain('5')
    world.wait(day)
    expect(await codeOf(await (await world.as('newcustomer.user'))(`${path}/${verb}`, body(6)))).toBe('200')
  })

  it.each(['hand-over', 'question'] as const)('%s honours If-Match, and takes no key for another body', async (verb) => {
    const { path } = await make()
    const user = await world.as('newcustomer.user')
    const [body, another] = verb === 'question' ? [asking.json, { text: 'Who?' }] : [toAdmin.json, { email: 'another@northwind.example' }]
    const send = (json: unknown, headers: Record<string, string>) =>
      user(`${path}/${verb}`, { json, headers: { 'Content-Type': 'application/json', ...headers } })
    expect(await codeOf(await send(body, { 'If-Match': '"0"' }))).toBe('412 request.stale')
    expect(await codeOf(await send(body, { 'If-Match': '"1"', 'Idempotency-Key': 'one' }))).toBe('200')
    expect(await codeOf(await send(another, { 'Idempotency-Key': 'one' }))).toBe('422 idempotency.mismatch')
    expect(await codeOf(await world.guest(`${path}/${verb}`, { json: body }))).toBe('401 session.required')
    const cut = { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }
    expect(await codeOf(await user(`${path}/${verb}`, cut))).toBe('400 request.malformed_json')
  })

  it('of ten at once five are taken', async () => {
    const { path } = await make()
    const user = await world.as('newcustomer.user')
    const statuses = await Promise.all(Array.from({ length: 10 }, async (_, index) =>
      (await user(`${path}/hand-over`, { json: { email: `a${index}@northwind.example` } })).status))
    expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array<number>(5).fill(200), ...Array<number>(5).fill(429)])
    expect((await mails()).length).toBe(5)
  })

  it.each<[string, Person, string]>([
    ['another tenant than is named', 'customer.user', '403 acceptance.wrong_tenant'],
    ['the partner itself', 'provider.admin', '403 acceptance.own_tenant'],
    ['the own reseller', 'reseller.admin', '403 acceptance.own_reseller'],
    ['another partner', 'direct.admin', '403 acceptance.partner_tenant'],
  ])('%s neither hands over nor asks', async (_who, person, expected) => {
    const { id, path } = await make({ customer: { tenantId: tenantId('northwind') } })
    const caller = await world.as(person)
    expect([await codeOf(await caller(`${path}/hand-over`, toAdmin)), await codeOf(await caller(`${path}/question`, asking))]).toEqual([
      expected, expected,
    ])
    expect(await seen(id)).toMatchObject({ questions: [], tracking: { handedToAdminAt: null } })
    expect(await mails()).toEqual([])
  })

  it('a page that is still open can do nothing with one that was withdrawn', async () => {
    const { id, path } = await make()
    const admin = await world.as('newcustomer.globaladmin')
    await admin(`${path}/open`, post)
    await (await world.as('provider.sales'))(`/invitations/${id}/withdraw`, { json: {} })
    for (const [verb, body] of [['accept', agreed], ['decline', { json: {} }], ['hand-over', toAdmin], ['question', asking]] as const)
      expect(await codeOf(await admin(`${path}/${verb}`, body))).toBe('409 acceptance.withdrawn')
    expect(await codeOf(await admin(`${path}/open`, post))).toBe('409 acceptance.withdrawn')
    expect(await seen(id)).toMatchObject({ state: 'withdrawn', questions: [], tracking: { handedToAdminAt: null, failure: null } })
  })

  it.each<[string, unknown]>([
    ['decline', { reason: 'x'.repeat(10_000) }], ['question', { text: 'x'.repeat(10_000) }], ['question', { text: '  ' }], ['question', {}],
    ['question', { text: 1 }], ['hand-over', { email: 'nobody' }], ['hand-over', {}],
    ['hand-over', { email: 'a@b.example', name: 'open evil.example/now' }], ['hand-over', { email: 'a@b.example', role: 'x' }],
  ])('%s does not take %j', async (verb, json) => {
    const { id, path } = await make()
    const answer = await (await world.as('newcustomer.globaladmin'))(`${path}/${verb}`, { json })
    expect(answer.status).toBe(422)
    expect(await seen(id)).toMatchObject({ state: 'created', questions: [] })
  })

  it('BR-34 that it was confirmed there too is what the customer says, once, and its partners see it', async () => {
    const { id, path } = await make(throughLitware)
    const admin = await world.as('newcustomer.globaladmin')
    const receipt = (await (await admin(`${path}/accept`, agreed)).json()) as Receipt
    expect(receipt.confirmedAt).toBeNull()
    const confirm = async (person: Person) => codeOf(await (await world.as(person))(`/receipts/${receipt.id}/confirm`, post))
    expect(await confirm('newcustomer.user')).toBe('403 receipt.needs_global_admin')
    for (const person of ['customer.globaladmin', 'provider.admin'] as const) expect(await confirm(person)).toBe('404 receipt.not_found')
    const confirmed = (await (await admin(`/receipts/${receipt.id}/confirm`, post)).json()) as Receipt
    expect(confirmed).toEqual({ ...receipt, confirmedAt: confirmed.confirmedAt })
    expect(confirmed.confirmedAt).not.toBeNull()
    expect(await (await admin(`/receipts/${receipt.id}`)).json()).toEqual({ ...confirmed, hasEnded: false })
    expect(await confirm('newcustomer.globaladmin')).toBe('200')
    for (const person of ['provider.sales', 'reseller.admin'] as const)
      expect((await seen(id, person)).tracking.confirmedAt).toBe(confirmed.confirmedAt)
    expect((await actions(id)).at(-1)).toBe('confirmed')
    const no = await make()
    const declined = (await (await admin(`${no.path}/decline`, { json: {} })).json()) as Receipt
    expect(await codeOf(await admin(`/receipts/${declined.id}/confirm`, post))).toBe('409 receipt.nothing_to_confirm')
  })
})
