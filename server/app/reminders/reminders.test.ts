import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Invitation, InvitationDetail, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Problem } from '../../../domain/problem.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { writeDueReminders } from './due-reminders.ts'
import { reminderMail } from './mail.ts'
import { tokenOf, unsubscribeTokenOf } from '../secrets.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, draft, openWorld, secretOfTests, tokenIn, type World } from '../testing/world.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** Makes an invitation that was sent or forwarded to an address. */
async function invited(world: World, changes: Record<string, unknown> = {}): Promise<InvitationWithLink> {
  const sales = await world.as('provider.sales')
  const customer = { companyName: 'Northwind', email: 'ana@northwind.example' }
  const answer = await sales('/invitations', { json: draft({ customer, expiresInDays: 60, ...changes }) })
  const made = (await answer.json()) as InvitationWithLink
  if (made.delivery === 'direct') await sales(`/invitations/${made.id}/send`, { method: 'POST' })
  else await (await world.as('reseller.admin'))(`/invitations/${made.id}/forward`, { json: { email: 'it@northwind.example' } })
  return made
}
const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }

/** Unsubscribes as a mail program does. */
const unsubscribe = async (world: World, invitationId: string, changes: { partner?: string; token?: string; type?: string } = {}) => {
  const { partner = organizationId('contoso'), type = 'application/x-www-form-urlencoded' } = changes
  const token = changes.token ?? (await unsubscribeTokenOf(secretOfTests, { partnerId: partner, invitationId }))
  const init = { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'Content-Type': type } }
  return world.guest(`/mail/unsubscribe/${partner}/${invitationId}/${token}`, init)
}

const ports = ({ store, now }: World, sendsMail: boolean) => ({
  store, now, newId: () => uuidV7(now()), publicUrl: 'https://portal.example', sendsMail,
})

const read = async (world: World, id: string) =>
  (await (await (await world.as('provider.sales'))(`/invitations/${id}`)).json()) as InvitationDetail

const mailsOf = (world: World, id: string) =>
  world.db.selectFrom('outbox').selectAll().where('invitation_id', '=', id).where('kind', '=', 'reminder').orderBy('at').execute()

const told = async (answer: Response) => (answer.ok ? `${answer.status}` : `${answer.status} ${((await answer.json()) as Problem).code}`)

describe('reminding by hand', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterAll(() => world.close())
  const remind = (id: string, call = sales, headers: Record<string, string> = {}) =>
    call(`/invitations/${id}/remind`, { method: 'POST', headers })

  it('BR-25 the maker reminds: a mail in the customer’s language, an event, and who reminded when', async () => {
    const made = await invited(world, { language: 'de' })
    const answer = await remind(made.id)
    const body = (await answer.json()) as Invitation
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, body.etag])
    expect(body.remindedAt).not.toBeNull()
    expect(body.etag).not.toBe(made.etag)
    const [mail, ...others] = await mailsOf(world, made.id)
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      to_address: 'ana@northwind.example', language: 'de', from_name: 'Contoso Distribution', reply_to: 'provider.sales@contoso.example',
      organization_id: organizationId('contoso'), link_number: 1, state: 'queued',
    })
    expect(mail?.body.split('\n').filter((line) => line === linkMark)).toHaveLength(1)
    expect(mail?.body).not.toContain(tokenIn(made.link))
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/mails\.|undefined|[{}]/)
    const { history } = await read(world, made.id)
    expect(history.at(-1)).toMatchObject({ action: 'reminded', by: 'Person provider.sales' })
  })

  it('is in the language in which the customer was written to last', async () => {
    const made = await invited(world, { ...through, language: 'en' })
    const reseller = await world.as('reseller.admin')
    await reseller(`/invitations/${made.id}/forward`, { json: { email: 'it@northwind.example', language: 'de' } })
    expect(await told(await remind(made.id))).toBe('200')
    const [mail] = await mailsOf(world, made.id)
    expect(mail).toMatchObject({ language: 'de', subject: reminderMail({ ...made, language: 'de' }).subject })
  })

  it('BR-25 so does the reseller that forwarded it, in its own name, to where it went', async () => {
    const made = await invited(world, through)
    expect(await told(await remind(made.id, await world.as('reseller.admin')))).toBe('200')
    expect(await mailsOf(world, made.id)).toMatchObject([{
      to_address: 'it@northwind.example', from_name: 'Litware Resell', organization_id: organizationId('litware'),
      partner_id: organizationId('contoso'),
    }])
    expect(await told(await remind(made.id))).toBe('409 invitation.reminded_lately')
  })

  it('BR-25 the maker reminds the reseller whose turn it is: everybody there who may forward it, without the link', async () => {
    const json = draft({ ...through, customer: { companyName: 'Northwind' } })
    const made = (await (await sales('/invitations', { json })).json()) as InvitationWithLink
    expect(await told(await remind(made.id, await world.as('reseller.admin')))).toBe('409 invitation.not_with_customer')
    expect(await told(await remind(made.id))).toBe('200')
    const mails = await world.db.selectFrom('outbox').selectAll().where('invitation_id', '=', made.id).orderBy('to_address').execute()
    expect(mails.map(({ to_address, kind, from_name }) => [to_address, kind, from_name])).toEqual([
      ['reseller.admin@litware.example', 'note', 'Contoso Distribution'],
    ])
    for (const { subject, body } of mails) {
      expect(body).toContain(`https://portal.example/invitations/${made.id}`)
      expect(body).toContain('Northwind')
      expect(body.includes(linkMark) || body.includes(tokenIn(made.link))).toBe(false)
      expect(`${subject} ${body}`).not.toMatch(/mails\.|undefined|[{}]/)
    }
    expect((await read(world, made.id)).history.at(-1)).toMatchObject({ action: 'reseller_reminded', by: 'Person provider.sales' })
    expect(await told(await remind(made.id))).toBe('409 invitation.reminded_lately')
  })

  it.each<[string, Person, Record<string, unknown>, string]>([
    ['BR-40 a Helpdesk agent reminds', 'provider.helpdesk', {}, '403 invitation.needs_admin_or_sales_agent'],
    ['BR-25 no address is known', 'provider.sales', { customer: undefined }, '409 invitation.no_address'],
    ['another partner reminds', 'direct.admin', {}, '404 invitation.not_found'],
    ['a reseller that does not carry it reminds', 'reseller.admin', {}, '404 invitation.not_found'],
    ['the customer reminds', 'customer.globaladmin', {}, '404 invitation.not_found'],
  ])('is refused when %s', async (_clause, person, changes, expected) => {
    const made = await invited(world, changes)
    expect(await told(await remind(made.id, await world.as(person)))).toBe(expected)
    expect(await mailsOf(world, made.id)).toEqual([])
  })

  it('BR-25 is refused while the customer does not have it, and once it is withdrawn', async () => {
    const { id } = (await (await sales('/invitations', { json: draft({ customer: { email: 'a@b.example' } }) })).json()) as Invitation
    expect(await told(await remind(id))).toBe('409 invitation.not_with_customer')
    await sales(`/invitations/${id}/withdraw`, { method: 'POST' })
    expect(await told(await remind(id))).toBe('409 invitation.withdrawn')
    expect(await told(await remind('x'))).toBe('404 invitation.not_found')
  })

  it('happens once for its key, once for two at the same time, and not on a state that has passed', async () => {
    const one = await invited(world)
    const keyed = { 'Idempotency-Key': 'remind' }
    const [first, again] = [await remind(one.id, sales, keyed), await remind(one.id, sales, keyed)]
    expect(await again.json()).toEqual(await first.json())
    const two = await invited(world)
    expect(await told(await remind(two.id, sales, { 'If-Match': two.etag }))).toBe('412 request.stale')
    const both = await Promise.all([1, 2, 3].map(async () => told(await remind(two.id))))
    expect(both.toSorted()).toEqual(['200', '409 invitation.reminded_lately', '409 invitation.reminded_lately'])
    for (const { id } of [one, two]) expect(await mailsOf(world, id)).toHaveLength(1)
  })

  it('can be done again after 24 hours', async () => {
    const made = await invited(world)
    expect(await told(await remind(made.id))).toBe('200')
    world.wait(day - hour)
    const refused = (await (await remind(made.id, await world.as('provider.sales'))).json()) as Problem
    expect(refused).toMatchObject({ code: 'invitation.reminded_lately', params: { hours: 1 }, detail: expect.stringContaining('1 hour') })
    world.wait(hour)
    expect(await told(await remind(made.id, await world.as('provider.sales')))).toBe('200')
    expect(await mailsOf(world, made.id)).toHaveLength(2)
  })
})

describe('where no mail leaves', () => {
  it('a reminder by hand is refused with what to do instead, and the schedule does nothing', async () => {
    const world = await openWorld({ sendsMail: false })
    const made = await invited(world)
    const answer = await (await world.as('provider.sales'))(`/invitations/${made.id}/remind`, { method: 'POST' })
    expect(await told(answer)).toBe('409 invitation.no_mail_here')
    world.wait(10 * day)
    expect(await writeDueReminders(ports(world, false))).toBe(0)
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    expect((await read(world, made.id)).nextEvent).toEqual({ kind: 'lapse', at: made.expiresAt })
    await world.close()
  })
})

describe('reminding by the schedule', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())
  const run = (batch?: number) =>
    writeDueReminders(ports(world, true), batch)
  const dueOn = async (...days: number[]) => {
    const written: number[] = []
    for (const [index, each] of days.entries()) {
      world.wait((each - (days[index - 1] ?? 0)) * day)
      written.push(await run())
    }
    return written
  }

  it('writes in the language in which the customer was written to last', async () => {
    const made = await invited(world, { ...through, language: 'ko' })
    await (await world.as('reseller.admin'))(`/invitations/${made.id}/forward`, { json: { email: 'it@northwind.example', language: 'ru' } })
    expect(await dueOn(3.1)).toEqual([1])
    expect((await mailsOf(world, made.id)).map(({ language }) => language)).toEqual(['ru'])
  })

  it('writes each day’s reminder once, and what comes next is true', async () => {
    const made = await invited(world, through)
    const next = async () => (await read(world, made.id)).nextEvent
    const first = await next()
    expect(first?.kind).toBe('reminder')
    expect(await dueOn(1, 2.9)).toEqual([0, 0])
    world.wait(Date.parse(first?.at ?? '') - world.now().getTime())
    expect([await run(), await run()]).toEqual([1, 0])
    expect(await dueOn(0, 3.9, 4.1, 10, 11.2, 40)).toEqual([0, 0, 1, 0, 1, 0])
    const ends = { to_address: 'it@northwind.example', from_name: 'Litware Resell', reply_to: 'provider.sales@contoso.example' }
    const wanted = [3, 7, 14].map((each) => ({ ...ends, intent: `reminder/${made.id}/1/${each}` }))
    expect(await mailsOf(world, made.id)).toMatchObject(wanted)
    expect((await read(world, made.id)).history.filter(({ action, by }) => action === 'reminded' && by === '')).toHaveLength(3)
    expect(await next()).toEqual({ kind: 'lapse', at: made.expiresAt })
  })

  it('BR-25 reminds the reseller while it has not forwarded, then the customer on days of its own', async () => {
    const sales = await world.as('provider.sales')
    const made = (await (await sales('/invitations', { json: draft({ ...through, expiresInDays: 60 }) })).json()) as InvitationWithLink
    const actions = async () => (await read(world, made.id)).history.flatMap(({ action }) => (action.includes('remind') ? [action] : []))
    expect((await read(world, made.id)).nextEvent?.kind).toBe('reminder')
    expect(await dueOn(2.9, 3.1, 3.2, 6.9, 7.1)).toEqual([0, 1, 0, 0, 1])
    expect(await actions()).toEqual(['reseller_reminded', 'reseller_reminded'])
    await (await world.as('reseller.admin'))(`/invitations/${made.id}/forward`, { json: { email: 'it@northwind.example' } })
    expect(await dueOn(2.9, 3.1, 7.1)).toEqual([0, 1, 1])
    expect(await actions()).toEqual(['reseller_reminded', 'reseller_reminded', 'reminded', 'reminded'])
  })

  it('writes one when several processes look at once, for many invitations in small batches', async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => invited(world)))
    world.wait(3.5 * day)
    const written = await Promise.all([run(2), run(3), run(100)])
    expect(written.reduce((sum, each) => sum + each)).toBe(7)
    for (const { id } of made) expect(await mailsOf(world, id)).toHaveLength(1)
    expect(await world.db.selectFrom('invitation_reminders').selectAll().execute()).toHaveLength(7)
  })

  it('one that fails keeps none behind it from its reminder, and is tried again', async () => {
    const first = await invited(world)
    world.wait(hour)
    const second = await invited(world)
    world.wait(3.5 * day)
    const { reminders } = world.store
    const bySchedule: typeof reminders.bySchedule = (scope, invitation, ...rest) =>
      invitation.id === first.id ? Promise.reject(new Error('out of order')) : reminders.bySchedule(scope, invitation, ...rest)
    const broken = { ...ports(world, true), store: { ...world.store, reminders: { ...reminders, bySchedule } } }
    await expect(writeDueReminders(broken, 1)).rejects.toThrow('out of order')
    expect([await mailsOf(world, first.id), await mailsOf(world, second.id)].map(({ length }) => length)).toEqual([0, 1])
    expect(await run()).toBe(1)
    expect(await mailsOf(world, first.id)).toHaveLength(1)
  })

  it('a late start sends the latest alone, no burst', async () => {
    const { id } = await invited(world)
    expect(await dueOn(20, 21.5, 22.6)).toEqual([1, 0, 0])
    expect((await mailsOf(world, id)).map(({ intent }) => intent)).toEqual([`reminder/${id}/1/14`])
  })

  it('is quiet about what was opened today, answered, withdrawn, stopped, unaddressed or reminded of by hand', async () => {
    const [opened, declined, withdrawn, byHand] = [await invited(world), await invited(world), await invited(world), await invited(world)]
    await invited(world, { customer: undefined })
    const stopped = await invited(world)
    expect((await unsubscribe(world, stopped.id)).status).toBe(204)
    world.wait(2.9 * day)
    await world.guest(`/acceptance/${tokenIn(opened.link)}/open`, { method: 'POST' })
    await (await world.as('customer.globaladmin'))(`/acceptance/${tokenIn(declined.link)}/decline`, { json: {} })
    const sales = await world.as('provider.sales')
    await sales(`/invitations/${withdrawn.id}/withdraw`, { method: 'POST' })
    await sales(`/invitations/${byHand.id}/remind`, { method: 'POST' })
    expect(await dueOn(0.2)).toEqual([0])
    expect(await dueOn(1)).toEqual([1])
    expect(await mailsOf(world, byHand.id)).toHaveLength(2)
    expect(await dueOn(2)).toEqual([1])
    expect(await mailsOf(world, opened.id)).toHaveLength(1)
  })

  it('goes by the partner’s own days, and by none where there are none', async () => {
    const sales = await world.as('provider.sales')
    const choose = (days: number[]) => sales('/reminder-settings', { method: 'PUT', json: { days, noteToMaker: true } })
    await invited(world)
    expect((await choose([1])).status).toBe(200)
    expect(await dueOn(1.1)).toEqual([1])
    const again = await world.as('provider.sales')
    expect((await again('/reminder-settings', { method: 'PUT', json: { days: [], noteToMaker: true } })).status).toBe(200)
    await invited(world)
    expect(await dueOn(9)).toEqual([0])
  })
})

describe('stopping reminders', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  it('one click of a mail program stops them for good, is seen by both partners, and can be repeated', async () => {
    const { id, etag } = await invited(world, through)
    const answers = await Promise.all([1, 2, 3].map(() => unsubscribe(world, id)))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
    expect((await unsubscribe(world, id, { type: 'multipart/form-data; boundary=x' })).status).toBe(204)
    const shown = await read(world, id)
    expect(shown.remindersStoppedAt).not.toBeNull()
    expect(shown.etag).not.toBe(etag)
    expect(shown.history.filter(({ action }) => action === 'opted_out')).toHaveLength(1)
    const reseller = await world.as('reseller.admin')
    const forReseller = (await (await reseller(`/invitations/${id}`)).json()) as InvitationDetail
    expect(forReseller.history.filter(({ action }) => action === 'opted_out')).toHaveLength(1)
    expect(await told(await reseller(`/invitations/${id}/remind`, { method: 'POST' }))).toBe('409 invitation.reminders_stopped')
  })

  it('following the address changes nothing and leads to the page that asks', async () => {
    const { id } = await invited(world)
    const ids = { partnerId: organizationId('contoso'), invitationId: id }
    const path = `${ids.partnerId}/${id}/${await unsubscribeTokenOf(secretOfTests, ids)}`
    const answer = await world.guest(`/mail/unsubscribe/${path}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `https://portal.example/stop-reminders/${path}`])
    expect((await read(world, id)).remindersStoppedAt).toBeNull()
  })

  it('takes no other token: of another invitation, of the link, of another partner, or none', async () => {
    const [one, other] = [await invited(world), await invited(world)]
    const link = { inviterId: organizationId('contoso'), invitationId: one.id, linkNumber: 1 }
    const partnerId = organizationId('contoso')
    const attempts = [
      { token: await unsubscribeTokenOf(secretOfTests, { partnerId, invitationId: other.id }) },
      { token: await unsubscribeTokenOf('another secret of 32 bytes and more', { partnerId, invitationId: one.id }) },
      { token: await tokenOf(secretOfTests, link) },
      { token: tokenIn(one.link) },
      { partner: organizationId('litware') },
      { token: 'x'.repeat(43) },
      { token: 'x' },
    ]
    for (const attempt of attempts) expect(await told(await unsubscribe(world, one.id, attempt))).toBe('404 acceptance.not_found')
    expect((await read(world, one.id)).remindersStoppedAt).toBeNull()
  })
})

describe('what a partner chooses', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())
  const put = async (person: Person, json: unknown, headers: Record<string, string> = {}) =>
    (await world.as(person))('/reminder-settings', { json, method: 'PUT', headers: { 'Content-Type': 'application/json', ...headers } })

  it('is the usual until it chooses, then what it chose, for it alone', async () => {
    const sales = await world.as('provider.sales')
    const usual = await sales('/reminder-settings')
    expect([await usual.json(), usual.headers.get('ETag')]).toEqual([{ days: [3, 7, 14], noteToMaker: true, etag: '"0"' }, '"0"'])
    const chosen = { days: [2, 9], noteToMaker: false }
    expect(await (await put('provider.sales', chosen, { 'If-Match': '"0"' })).json()).toEqual({ ...chosen, etag: '"1"' })
    expect(await (await (await world.as('provider.admin'))('/reminder-settings')).json()).toEqual({ ...chosen, etag: '"1"' })
    expect(await (await (await world.as('direct.admin'))('/reminder-settings')).json()).toMatchObject({ days: [3, 7, 14] })
    expect(await told(await put('provider.admin', chosen, { 'If-Match': '"0"' }))).toBe('412 request.stale')
    const key = { 'Idempotency-Key': 'a' }
    const keyed = [await put('provider.sales', chosen, key), await put('provider.sales', chosen, key)]
    expect(await Promise.all(keyed.map(async (answer) => ((await answer.json()) as { etag: string }).etag))).toEqual(['"2"', '"2"'])
    const { items } = (await (await sales('/audit/recent?limit=50')).json()) as { items: { action: string }[] }
    expect(items.filter(({ action }) => action === 'reminders.chosen')).toHaveLength(2)
  })

  it.each<[Person, string]>([
    ['provider.helpdesk', '403 invitation.needs_admin_or_sales_agent'],
    ['reseller.admin', '403 invitation.reseller_cannot_create'],
    ['customer.globaladmin', '403 invitation.customer_cannot_create'],
  ])('BR-24, BR-40 is not for %s', async (person, expected) => {
    expect(await told(await put(person, { days: [1], noteToMaker: true }))).toBe(expected)
    expect(await told(await (await world.as(person))('/reminder-settings'))).toBe(expected)
  })

  it.each([
    [{ days: [7, 3], noteToMaker: true }], [{ days: [3, 3], noteToMaker: true }], [{ days: [0], noteToMaker: true }],
    [{ days: [366], noteToMaker: true }], [{ days: [1.5], noteToMaker: true }], [{ days: [1, 2, 3, 4, 5, 6], noteToMaker: true }],
    [{ days: [1] }], [{ noteToMaker: true }], [{ days: [1], noteToMaker: true, more: 1 }], [{ days: 'x', noteToMaker: true }], [[]],
  ])('takes no %j', async (json) => {
    expect(await told(await put('direct.admin', json))).toBe('422 request.invalid')
  })
})
