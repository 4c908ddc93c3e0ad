import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvitationMessage, InvitationText, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('the text around the link', () => {
  let world: World
  let sales: Call
  let made: InvitationWithLink
  const through = { delivery: 'via_reseller', resellerId: organizationId('litware'), customer: { companyName: 'Northwind' } }
  const make = async (changes: Record<string, unknown> = through) =>
    (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
    made = await make()
  })
  afterAll(() => world.close())

  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`

  it.each([
    ['en', 'through the reseller'],
    ['ko', '재판매인'],
    ['de', 'Vertriebspartner'],
  ])('BR-38 its maker reads it in %s, without the link', async (language, words) => {
    const answer = await sales(`/invitations/${made.id}/text?language=${language}`)
    const body = await answer.text()
    expect(answer.status).toBe(200)
    expect(body).not.toContain(tokenIn(made.link))
    const text = JSON.parse(body) as InvitationText
    const message = (await (await (await world.as('reseller.admin'))(
      `/invitations/${made.id}/message?language=${language}`)).json()) as InvitationMessage
    const { link, ...rest } = message
    expect({ ...text, text: text.text.replace(linkMark, link), chat: text.chat.replace(linkMark, link) }).toEqual(rest)
    expect(text.subject).toContain(words)
    expect(message.chat).toContain(link)
    expect(message.chat.length).toBeLessThan(link.length + 300)
  })

  it.each([['en', ' at 9:00 AM (UTC)'], ['de', ' um 09:00 (UTC)']])(
    'tells in %s until when by day and time, and in which zone, in mail and chat', async (language, expected) => {
      const message = (await (await sales(`/invitations/${made.id}/text?language=${language}`)).json()) as InvitationText
      for (const text of [message.text, message.chat]) expect(text.replaceAll(/\s/g, ' ')).toContain(expected)
    })

  it('BR-38 a text with the exact link is fine, whoever asks', async () => {
    for (const person of ['provider.sales', 'reseller.admin'] as const) {
      const answer = await (await world.as(person))(`/invitations/${made.id}/message`, { json: { text: `Mine.\n${made.link}\n` } })
      expect([answer.status, await answer.json()]).toEqual([200, { keepsLink: true }])
    }
  })

  it.each([
    ['no link', () => 'Mine.'],
    ['a part of it', () => made.link.slice(0, -1)],
    ['another spelling', () => made.link.toUpperCase()],
    ['a broken line', () => made.link.replace('/accept/', '/accept/\n')],
    ['nothing', () => ''],
  ])('BR-38 refuses %s, points at the text and does not show the link', async (_what, text) => {
    const answer = await sales(`/invitations/${made.id}/message`, { json: { text: text() } })
    const body = await answer.text()
    expect(body).not.toContain(tokenIn(made.link))
    expect([answer.status, JSON.parse(body)]).toEqual([422, expect.objectContaining({
      code: 'message.link_missing', rule: 'BR-38', errors: [expect.objectContaining({ pointer: '/text', code: 'message.link_missing' })],
    })])
  })

  it('BR-38 refuses the token behind another address', async () => {
    const text = `${made.link}\nhttps://elsewhere.example/${tokenIn(made.link)}`
    expect(await codeOf(await sales(`/invitations/${made.id}/message`, { json: { text } }))).toBe('422 message.link_altered')
  })

  it('BR-38 a link that was reissued is no longer the exact one', async () => {
    const first = await make()
    await sales(`/invitations/${first.id}/reissue`, { json: {} })
    expect(await codeOf(await sales(`/invitations/${first.id}/message`, { json: { text: first.link } }))).toBe('422 message.link_missing')
  })

  it.each<[string, Person, string]>([
    ['BR-40 a Helpdesk agent', 'provider.helpdesk', '403 invitation.needs_admin_or_sales_agent'],
    ['another reseller', 'reseller2.admin', '404 invitation.not_found'],
    ['another partner', 'direct.admin', '404 invitation.not_found'],
    ['a customer', 'customer.globaladmin', '404 invitation.not_found'],
  ])('is not for %s', async (_who, person, expected) => {
    const call = await world.as(person)
    expect(await codeOf(await call(`/invitations/${made.id}/text`))).toBe(expected)
    expect(await codeOf(await call(`/invitations/${made.id}/message`, { json: { text: made.link } }))).toBe(expected)
  })

  it.each([
    ['more than a text', { text: 'a', link: 'b' }, '422 request.invalid'],
    ['no text', {}, '422 request.invalid'],
    ['a long text', { text: 'x'.repeat(10_001) }, '422 request.invalid'],
  ])('does not take %s', async (_what, json, expected) => {
    expect(await codeOf(await sales(`/invitations/${made.id}/message`, { json }))).toBe(expected)
  })

  it('has nothing to say about one that was withdrawn', async () => {
    const { id, link } = await make()
    await sales(`/invitations/${id}/withdraw`, { json: {} })
    expect(await codeOf(await sales(`/invitations/${id}/text`))).toBe('409 invitation.withdrawn')
    expect(await codeOf(await sales(`/invitations/${id}/message`, { json: { text: link } }))).toBe('409 invitation.withdrawn')
  })
})
