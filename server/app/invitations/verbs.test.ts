import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Invitation, InvitationDetail, InvitationMessage, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('what is done with an invitation', () => {
  let world: World
  let sales: Call
  let reseller: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    reseller = await world.as('reseller.admin')
  })
  afterAll(() => world.close())

  const direct = async (changes: Record<string, unknown> = {}) =>
    (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const handedOver = () => direct({ delivery: 'via_reseller', resellerId: organizationId('litware') })
  const codeOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as Problem).code}`
  const read = async (id: string) => (await (await sales(`/invitations/${id}`)).json()) as InvitationDetail

  it('BR-25 is sent once by its maker', async () => {
    const { id } = await direct()
    const sent = await sales(`/invitations/${id}/send`, { method: 'POST' })
    expect(sent.status).toBe(200)
    const body = (await sent.json()) as Invitation
    expect(body).toMatchObject({ state: 'sent', turn: 'customer', etag: '"2"' })
    expect(sent.headers.get('ETag')).toBe('"2"')
    expect(await codeOf(await sales(`/invitations/${id}/send`, { method: 'POST' }))).toBe('409 invitation.already_sent')
    expect((await read(id)).history.map(({ action }) => action)).toEqual(['created', 'sent'])
  })

  it('BR-26 is forwarded by the reseller as it is, with the same link byte for byte', async () => {
    const made = await handedOver()
    const message = (await (await reseller(`/invitations/${made.id}/message`)).json()) as InvitationMessage
    expect(message).toEqual(made.message)
    expect(message.link).toBe(made.link)
    for (const email of ['one@northwind.example', 'two@northwind.example']) {
      const answer = await reseller(`/invitations/${made.id}/forward`, { json: { email } })
      expect(await answer.json()).toMatchObject({ state: 'forwarded', turn: 'customer' })
    }
    const after = await read(made.id)
    expect(after.forwards.map(({ email, by }) => [email, by])).toEqual([
      ['one@northwind.example', 'Person reseller.admin'], ['two@northwind.example', 'Person reseller.admin'],
    ])
    expect(after).toMatchObject({ note: made.note, expiresAt: made.expiresAt, includeDap: made.includeDap, inviter: made.inviter })
    expect(((await (await reseller(`/invitations/${made.id}/message`)).json()) as InvitationMessage).link).toBe(made.link)
  })

  it.each([
    ['en', 'through the reseller'], ['ko', '재판매인'], ['ru', 'через торгового посредника'],
    ['pt-BR', 'por meio do revendedor'], ['de', 'Vertriebspartner'], ['zh-Hans', '经销商'],
  ])('BR-38 the mail can be read in %s, with the link on its own line', async (language, words) => {
    const { id, link } = await handedOver()
    const message = (await (await reseller(`/invitations/${id}/message?language=${language}`)).json()) as InvitationMessage
    expect(message).toMatchObject({ language, link })
    expect(message.subject).toContain(words)
    expect(message.text.split('\n')).toContain(link)
    expect(message.text).not.toMatch(/[{}]|mails\.|undefined/)
  })

  it.each<[string, Person, 'direct' | 'handed over', string, string, string]>([
    ['BR-26 a reseller withdraws', 'reseller.admin', 'handed over', 'withdraw', '403 invitation.not_yours_to_change', ''],
    ['BR-26 a reseller reissues', 'reseller.admin', 'handed over', 'reissue', '403 invitation.not_yours_to_change', ''],
    ['BR-26 a reseller sends', 'reseller.admin', 'handed over', 'send', '403 invitation.not_yours_to_change', ''],
    ['BR-25 the maker forwards', 'provider.sales', 'handed over', 'forward', '403 invitation.only_reseller_forwards', 'x@y.example'],
    ['BR-25 the maker sends what the reseller has', 'provider.sales', 'handed over', 'send', '409 invitation.reseller_forwards', ''],
    ['BR-40 a Helpdesk agent withdraws', 'provider.helpdesk', 'direct', 'withdraw', '403 invitation.needs_admin_or_sales_agent', ''],
    [
      'BR-40 a reseller’s Helpdesk agent forwards', 'reseller.helpdesk', 'handed over', 'forward',
      '403 invitation.needs_admin_or_sales_agent', 'x@y.example',
    ],
    ['a reseller without partnership forwards', 'reseller2.admin', 'handed over', 'forward', '404 invitation.not_found', 'x@y.example'],
    ['a reseller looks at a direct one', 'reseller.admin', 'direct', 'withdraw', '404 invitation.not_found', ''],
    ['another partner withdraws', 'direct.admin', 'handed over', 'withdraw', '404 invitation.not_found', ''],
    ['a customer withdraws', 'customer.globaladmin', 'direct', 'withdraw', '404 invitation.not_found', ''],
  ])('is refused when %s', async (_what, person, kind, verb, expected, email) => {
    const before = kind === 'direct' ? await direct() : await handedOver()
    const answer = await (await world.as(person))(`/invitations/${before.id}/${verb}`, email ? { json: { email } } : { method: 'POST' })
    expect(await codeOf(answer)).toBe(expected)
    expect((await read(before.id)).etag).toBe(before.etag)
  })

  it('BR-37 the message with the link is the reseller’s; its maker was shown it once', async () => {
    const { id } = await handedOver()
    expect(await codeOf(await sales(`/invitations/${id}/message`))).toBe('403 invitation.link_shown_once')
    expect(await codeOf(await (await world.as('reseller2.admin'))(`/invitations/${id}/message`))).toBe('404 invitation.not_found')
  })

  it('BR-37 its maker sees the link again while it lives, byte for byte, and each time is recorded', async () => {
    const made = await handedOver()
    const show = (call: Call, init: RequestInit = {}) => call(`/invitations/${made.id}/link`, { method: 'POST', ...init })
    const shown = await show(sales)
    const body = (await shown.json()) as InvitationWithLink
    expect([shown.status, shown.headers.get('ETag')]).toEqual([200, body.etag])
    expect({ link: body.link, message: body.message }).toEqual({ link: made.link, message: made.message })
    const keyed = { headers: { 'Idempotency-Key': 'show' } }
    expect(await (await show(sales, keyed)).json()).toEqual(await (await show(sales, keyed)).json())
    expect((await read(made.id)).history.map(({ action, by }) => [action, by]).slice(2)).toEqual([
      ['link_shown', 'Person provider.sales'], ['link_shown', 'Person provider.sales'],
    ])
    expect(await codeOf(await show(reseller))).toBe('403 invitation.not_yours_to_change')
    expect(await codeOf(await show(await world.as('direct.admin')))).toBe('404 invitation.not_found')
    expect(JSON.stringify(await world.db.selectFrom('answers').select('body').execute())).not.toContain(tokenIn(made.link))
    await sales(`/invitations/${made.id}/withdraw`, { method: 'POST' })
    expect(await codeOf(await show(sales))).toBe('409 invitation.withdrawn')
  })

  it('events name the customer that they are about', async () => {
    const [named, nameless] = [await direct({ customer: { companyName: 'Northwind Traders' } }), await direct({ customer: undefined })]
    const { items } = (await (await sales('/audit/recent?limit=50')).json()) as { items: { nounId: string; about: string | null }[] }
    const about = (id: string) => items.find(({ nounId }) => nounId === id)?.about
    expect([about(named.id), about(nameless.id)]).toEqual(['Northwind Traders', null])
  })

  it('the record of a forward names the address, for the maker as well', async () => {
    const { id } = await handedOver()
    await reseller(`/invitations/${id}/forward`, { json: { email: 'sora@northwind.example' } })
    const { items } = (await (await sales('/audit/recent')).json()) as { items: { nounId: string; action: string; details: object }[] }
    const details = items.filter(({ nounId, action }) => nounId === id && action === 'invitation.forwarded').map((each) => each.details)
    expect(details).toEqual([{ email: 'sora@northwind.example' }])
  })

  it('withdrawing kills the link, for good', async () => {
    const { id, link } = await handedOver()
    expect(await (await sales(
      `/invitations/${id}/withdraw`, { method: 'POST' },
    )).json()).toMatchObject({ state: 'withdrawn', turn: 'done' })
    expect(await (await world.guest(`/acceptance/${tokenIn(link)}`)).json()).toMatchObject({ state: 'withdrawn' })
    expect(await codeOf(await world.guest(`/acceptance/${tokenIn(link)}/open`, { method: 'POST' }))).toBe('409 acceptance.withdrawn')
    for (const verb of ['withdraw', 'reissue', 'send'])
      expect(await codeOf(await sales(`/invitations/${id}/${verb}`, { method: 'POST' }))).toBe('409 invitation.withdrawn')
    expect(await codeOf(await reseller(`/invitations/${id}/forward`, { json: { email: 'a@b.example' } }))).toBe('409 invitation.withdrawn')
    expect(await codeOf(await reseller(`/invitations/${id}/message`))).toBe('409 invitation.withdrawn')
  })

  it('reissuing makes a new link and kills the old one', async () => {
    const first = await handedOver()
    await reseller(`/invitations/${first.id}/forward`, { json: { email: 'a@b.example' } })
    const answer = await sales(`/invitations/${first.id}/reissue`, { method: 'POST' })
    const second = (await answer.json()) as InvitationWithLink
    expect(answer.status).toBe(200)
    expect(second).toMatchObject({ state: 'sent', turn: 'reseller', expiresAt: first.expiresAt })
    expect(second.link).not.toBe(first.link)
    expect(await codeOf(await world.guest(`/acceptance/${tokenIn(first.link)}`))).toBe('404 acceptance.reissued')
    expect((await world.guest(`/acceptance/${tokenIn(second.link)}`)).status).toBe(200)
    expect(((await (await reseller(`/invitations/${first.id}/message`)).json()) as InvitationMessage).link).toBe(second.link)
    const third = (await (await sales(`/invitations/${first.id}/reissue`, { json: { expiresInDays: 7 } })).json()) as InvitationWithLink
    expect(new Set([first.link, second.link, third.link]).size).toBe(3)
    expect(Date.parse(third.expiresAt) - Date.parse(third.since)).toBe(7 * 24 * 60 * 60 * 1000)
    expect(await codeOf(await world.guest(`/acceptance/${tokenIn(second.link)}`))).toBe('404 acceptance.reissued')
  })

  it('honours If-Match before anything is changed', async () => {
    const { id, etag } = await direct()
    const withTag = (tag: string) => sales(`/invitations/${id}/withdraw`, { method: 'POST', headers: { 'If-Match': tag } })
    for (const tag of ['"7"', etag.replaceAll('"', ''), `W/${etag}`, '']) expect(await codeOf(await withTag(tag))).toBe('412 request.stale')
    expect((await read(id)).state).toBe('created')
    expect((await withTag(`"9", ${etag}`)).status).toBe(200)
    expect(await codeOf(await withTag(etag))).toBe('412 request.stale')
    expect(await codeOf(await withTag('*'))).toBe('409 invitation.withdrawn')
  })

  it('lets two at once both forward, and only one withdraw', async () => {
    const { id } = await handedOver()
    const forwards = await Promise.all([
      1, 2, 3, 4,
    ].map((n) => reseller(`/invitations/${id}/forward`, { json: { email: `n${n}@b.example` } })))
    expect(forwards.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await read(id)).forwards.map(({ email }) => email).toSorted()).toEqual([
      'n1@b.example', 'n2@b.example', 'n3@b.example', 'n4@b.example',
    ])
    const withdrawals = await Promise.all([1, 2, 3].map(() => sales(`/invitations/${id}/withdraw`, { method: 'POST' })))
    expect((await Promise.all(withdrawals.map(statusAndCode))).toSorted()).toEqual([
      '200', '409 invitation.withdrawn', '409 invitation.withdrawn',
    ])
  })
  const statusAndCode = async (answer: Response) => (answer.ok ? String(answer.status) : codeOf(answer))

  it('is not there under an id that is none', async () => {
    for (const id of ['x', crypto.randomUUID(), '%00', '..%2f..', '00000000-0000-0000-0000-00000000000'])
      expect(await codeOf(await sales(`/invitations/${id}/withdraw`, { method: 'POST' }))).toBe('404 invitation.not_found')
  })
})
