import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Invitation, InvitationDetail, InvitationText, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('mails that carry an invitation', () => {
  let world: World
  let sales: Call
  let reseller: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    reseller = await world.as('reseller.admin')
  })
  afterAll(() => world.close())

  const made = async (changes: Record<string, unknown> = {}) =>
    (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const handedOver = () => made({ delivery: 'via_reseller', resellerId: organizationId('litware') })
  const email = 'somebody@northwind.example'
  const named = { customer: { companyName: 'Northwind', email } }
  const problemOf = async (answer: Response) => {
    const { code, rule, errors } = (await answer.json()) as Problem
    return [answer.status, code, rule, errors?.map(({ pointer, code: why }) => `${pointer} ${why}`).join()]
  }
  const read = async (id: string, as = sales) => (await (await as(`/invitations/${id}`)).json()) as InvitationDetail
  const outbox = (id: string) => world.db.selectFrom('outbox').selectAll().where('invitation_id', '=', id).orderBy('id').execute()

  it('sends the portal’s own text to the named customer, with a mark where the link goes', async () => {
    const { id, message, link } = await made(named)
    expect((await sales(`/invitations/${id}/send`, { method: 'POST' })).status).toBe(200)
    const [mail, ...others] = await outbox(id)
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      organization_id: organizationId('contoso'), kind: 'invitation', intent: `invitation/${id}/1`, to_address: email, language: 'en',
      subject: message.subject, body: message.text.replace(link, linkMark), reply_to: 'provider.sales@contoso.example', link_number: 1,
      state: 'queued', attempts: 0, said: null,
    })
    expect(mail?.from_name).toBe(message.text.trimEnd().split('\n').at(-1))
    const expected = [{ id: mail?.id, kind: 'invitation', to: email, state: 'queued', at: mail?.at, attempts: 0, response: null }]
    expect((await read(id)).mails).toEqual(expected)
  })

  it('records only, as before, when no address is known', async () => {
    const { id } = await made()
    expect(await (await sales(`/invitations/${id}/send`, { method: 'POST' })).json()).toMatchObject({ state: 'sent' })
    expect(await outbox(id)).toEqual([])
    expect((await read(id)).mails).toEqual([])
  })

  it('sends what the maker wrote to whom it said, and keeps the link nowhere', async () => {
    const { id, link } = await made(named)
    const text = `Hi,\r\n\r\n${link}\n\n${link} again ${linkMark}`
    const json = { email: 'other@northwind.example', subject: 'Привет “Northwind”', text }
    expect((await sales(`/invitations/${id}/send`, { json })).status).toBe(200)
    expect(await outbox(id)).toMatchObject([
      { to_address: json.email, subject: json.subject, body: `Hi,\n\n${linkMark}\n\n${linkMark} again ` },
    ])
    const kept = JSON.stringify([
      await outbox(id),
      await world.db.selectFrom('audit_events').selectAll().execute(),
      await world.db.selectFrom('answers').selectAll().execute(),
      await world.db.selectFrom('changes').selectAll().execute(),
    ])
    expect(kept).not.toContain(tokenIn(link))
  })

  it('a forward goes out for every address, from the reseller, seen by both sides', async () => {
    const { id, link } = await handedOver()
    await reseller(`/invitations/${id}/forward`, { json: { email } })
    await reseller(`/invitations/${id}/forward`, { json: { email, text: `Again: ${link}` } })
    const mails = await outbox(id)
    expect(mails).toMatchObject([
      {
        organization_id: organizationId('litware'), partner_id: organizationId('contoso'), kind: 'forward', intent: `forward/${id}/1/1`,
        reply_to: 'reseller.admin@litware.example',
      },
      { intent: `forward/${id}/1/2`, body: `Again: ${linkMark}` },
    ])
    expect((await read(id)).mails).toHaveLength(2)
    expect((await read(id, reseller)).mails).toEqual((await read(id)).mails)
  })

  it.each(['send', 'forward'] as const)('%s goes out in the language that it was worked on in, all of it', async (verb) => {
    const { id } = verb === 'send' ? await made(named) : await handedOver()
    const as = verb === 'send' ? sales : reseller
    const inGerman = (await (await as(`/invitations/${id}/text?language=de`)).json()) as InvitationText
    expect((await as(`/invitations/${id}/${verb}`, { json: { email, language: 'de' } })).status).toBe(200)
    const [whole] = await outbox(id)
    expect(whole).toMatchObject({ language: 'de', subject: inGerman.subject, body: inGerman.text })
    const again = verb === 'send' ? await made(named) : await handedOver()
    const text = `Guten Tag\n\n${again.link}\n`
    await as(`/invitations/${again.id}/${verb}`, { json: { email, language: 'de', text } })
    const [edited] = await outbox(again.id)
    expect(edited).toMatchObject({ language: 'de', subject: inGerman.subject, body: text.replace(again.link, linkMark) })
    const unspoken = await as(`/invitations/${id}/${verb}`, { json: { email, language: 'xx' } })
    expect((await problemOf(unspoken))[3]).toBe('/language field.not_one_of')
  })

  it('is not forwarded for a version that is no longer there', async () => {
    const { id } = await handedOver()
    const { etag } = await read(id, reseller)
    expect((await reseller(`/invitations/${id}/forward`, { json: { email }, headers: { 'If-Match': etag } })).status).toBe(200)
    const again = await reseller(`/invitations/${id}/forward`, { json: { email }, headers: { 'If-Match': etag } })
    expect((await problemOf(again)).slice(0, 2)).toEqual([412, 'request.stale'])
    expect(await outbox(id)).toHaveLength(1)
  })

  it.each(['send', 'forward'] as const)('%s is done once for one key, however many callers there are', async (verb) => {
    const { id } = verb === 'send' ? await made(named) : await handedOver()
    const as = verb === 'send' ? sales : reseller
    const headers = { 'Idempotency-Key': crypto.randomUUID() }
    const answers = await Promise.all([1, 2, 3, 4].map(() => as(`/invitations/${id}/${verb}`, { json: { email }, headers })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await outbox(id)).toHaveLength(1)
    const other = await as(`/invitations/${id}/${verb}`, { json: { email: 'x@y.example' }, headers })
    expect((await problemOf(other))[1]).toBe('idempotency.mismatch')
    expect(await outbox(id)).toHaveLength(1)
  })

  it('forwards at the same time are each a mail of their own', async () => {
    const { id } = await handedOver()
    await Promise.all([1, 2, 3].map((n) => reseller(`/invitations/${id}/forward`, { json: { email: `n${n}@northwind.example` } })))
    expect((await outbox(id)).map(({ intent }) => intent).toSorted()).toEqual([1, 2, 3].map((n) => `forward/${id}/1/${n}`))
  })

  it('a new link may be sent anew', async () => {
    const { id } = await made(named)
    await sales(`/invitations/${id}/send`, { method: 'POST' })
    await sales(`/invitations/${id}/reissue`, { method: 'POST' })
    await sales(`/invitations/${id}/send`, { method: 'POST' })
    expect((await outbox(id)).map(({ intent, link_number }) => [intent, link_number])).toEqual([
      [`invitation/${id}/1`, 1], [`invitation/${id}/2`, 2],
    ])
  })

  const rule = 'BR-38'
  it.each<[string, (link: string) => Record<string, unknown>, unknown[]]>([
    ['BR-38 a text without the link', () => ({ text: 'Hello' }), [422, 'message.link_missing', rule, '/text message.link_missing']],
    ['BR-38 a link that goes on', (link) => ({ text: `${link}1` }), [422, 'message.link_missing', rule, '/text message.link_missing']],
    [
      'BR-38 the token behind another address', (link) => ({ text: `${link} https://x.example/${tokenIn(link)}` }),
      [422, 'message.link_altered', rule, '/text message.link_altered'],
    ],
    ['BR-38 the link as subject', (link) => ({ subject: link }), [422, 'message.link_altered', rule, '/subject message.link_altered']],
    ['an empty subject', () => ({ subject: ' \u202e\n' }), [422, 'request.invalid', undefined, '/subject field.too_short']],
    ['a long subject', () => ({ subject: 'x'.repeat(201) }), [422, 'request.invalid', undefined, '/subject field.too_long']],
    ['a long text', (link) => ({ text: link + ' '.repeat(10_000) }), [422, 'request.invalid', undefined, '/text field.too_long']],
    ['two addresses', () => ({ email: 'a@b.example, c@d.example' }), [422, 'request.invalid', undefined, '/email field.bad_email']],
    ['a header in the address', () => ({ email: 'a@b.example\nBcc: c' }), [422, 'request.invalid', undefined, '/email field.bad_email']],
    ['an unknown field', () => ({ html: '<b>' }), [422, 'request.invalid', undefined, '/html field.unknown']],
  ])('is refused: %s', async (_what, changes, expected) => {
    const direct = await made(named)
    expect(await problemOf(await sales(`/invitations/${direct.id}/send`, { json: changes(direct.link) }))).toEqual(expected)
    const carried = await handedOver()
    const json = { email, ...changes(carried.link) }
    expect(await problemOf(await reseller(`/invitations/${carried.id}/forward`, { json }))).toEqual(expected)
    expect([await outbox(direct.id), await outbox(carried.id)]).toEqual([[], []])
    expect([(await read(direct.id)).state, (await read(carried.id)).state]).toEqual(['created', 'sent'])
  })

  it.each<[string, Person, 'send' | 'forward', number]>([
    ['BR-26 the reseller sends', 'reseller.admin', 'send', 403],
    ['BR-25 the maker forwards', 'provider.sales', 'forward', 403],
    ['BR-40 a Helpdesk agent forwards', 'reseller.helpdesk', 'forward', 403],
    ['another partner forwards', 'direct.admin', 'forward', 404],
    ['a customer forwards', 'customer.globaladmin', 'forward', 404],
  ])('writes no mail when %s', async (_what, person, verb, status) => {
    const { id } = await handedOver()
    const answer = await (await world.as(person))(`/invitations/${id}/${verb}`, { json: { email, text: 'no link' } })
    expect(answer.status).toBe(status)
    expect(await outbox(id)).toEqual([])
  })

  it('writes no mail for a version that is no longer there, nor once it was withdrawn', async () => {
    const { id } = await handedOver()
    const headers = { 'If-Match': '"7"' }
    expect((await problemOf(await reseller(`/invitations/${id}/forward`, { json: { email }, headers })))[0]).toBe(412)
    await sales(`/invitations/${id}/withdraw`, { method: 'POST' })
    expect((await problemOf(await reseller(`/invitations/${id}/forward`, { json: { email } })))[0]).toBe(409)
    expect(await outbox(id)).toEqual([])
  })
})

describe('on a host that sends no mail', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ sendsMail: false })
  })
  afterAll(() => world.close())

  it('an edited text is looked at, sending is recorded and nothing is written to the outbox', async () => {
    const sales = await world.as('provider.sales')
    const customer = { companyName: 'Northwind', email: 'somebody@northwind.example' }
    const { id, link } = (await (await sales('/invitations', { json: draft({ customer }) })).json()) as InvitationWithLink
    expect((await sales(`/invitations/${id}/send`, { json: { text: 'no link' } })).status).toBe(422)
    const sent = (await (await sales(`/invitations/${id}/send`, { json: { text: link } })).json()) as Invitation
    expect(sent.state).toBe('sent')
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })
})
