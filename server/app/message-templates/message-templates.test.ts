import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationMessage, InvitationText, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { checkTemplate } from '../../../domain/invitations/templates/rules.ts'
import type { MessageTemplate } from '../../../domain/invitations/templates/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { locales } from '../../../domain/session/locales.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, draft, openWorld, type World } from '../testing/world.ts'

type Asked = { call?: Call; language?: string; body?: unknown; headers?: Record<string, string> }

const own = { subject: 'Für {customer}', text: 'Guten Tag {customer},\n\n{link}\n\n{reseller}\n{inviter}, {date}' }

describe('message templates', () => {
  let world: World
  let admin: Call
  beforeEach(async () => {
    world = await openWorld()
    admin = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  const write = (method: 'PUT' | 'DELETE', { call = admin, language = 'de', body = own, headers = {} }: Asked = {}) =>
    call(`/message-templates/${language}`, {
      method, headers: { 'Content-Type': 'application/json', ...headers }, ...(method === 'PUT' && { body: JSON.stringify(body) }),
    })
  const list = async (call = admin) => ((await (await call('/message-templates')).json()) as { items: MessageTemplate[] }).items
  const german = async (call = admin) => (await list(call)).find(({ language }) => language === 'de')
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
  const make = async (call: Call, changes: Record<string, unknown> = {}) =>
    (await (await call('/invitations', { json: draft({ language: 'de', ...changes }) })).json()) as InvitationWithLink
  const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }

  it.each(['provider.admin', 'direct-de.admin', 'provider-cn.admin', 'direct-us.admin'] as const)(
    '%s begins with the built-in texts, each a template that could be saved',
    async (person) => {
      const items = await list(await world.as(person))
      expect(items.map(({ language, isOwn, etag }) => [language, isOwn, etag])).toEqual(locales.map((each) => [each, false, '"0"']))
      for (const { subject, text } of items) expect(checkTemplate({ subject, text })).toEqual({ allowed: true })
    },
  )

  it('is saved, and every message in that language says it from then on', async () => {
    const saved = await write('PUT', { headers: { 'If-Match': '"0"' } })
    expect([saved.status, saved.headers.get('ETag')]).toEqual([200, '"1"'])
    expect(await german()).toEqual({ language: 'de', ...own, button: 'Prüfen und antworten', isOwn: true, etag: '"1"' })
    const made = await make(admin, { ...through, customer: { companyName: '{link} & Co' } })
    expect(made.message.subject).toBe('Für {link} & Co')
    expect(made.message.text).toMatch(new RegExp(
      `^Guten Tag \\{link\\} & Co,\n\n${made.link}\n\nLitware Resell\nContoso Distribution, 1\\. April 2026 um 09:00 \\(UTC\\)$`))
    const reseller = await world.as('reseller.admin')
    expect(await (await reseller(`/invitations/${made.id}/message`)).json()).toEqual(made.message)
    const english = (await (await reseller(`/invitations/${made.id}/message?language=en`)).json()) as InvitationMessage
    expect(english.subject).toContain('through the reseller')
    const text = (await (await admin(`/invitations/${made.id}/text`)).json()) as InvitationText
    expect(text.text).toBe(made.message.text.replace(made.link, linkMark))
  })

  it('leaves out what an invitation does not have', async () => {
    await write('PUT')
    const { message, link } = await make(admin)
    expect(message.subject).toBe('Für')
    expect(message.text).toBe(`Guten Tag,\n\n${link}\n\nContoso Distribution, 1. April 2026 um 09:00 (UTC)`)
  })

  it('goes back to the built-in text', async () => {
    const before = await german()
    await write('PUT')
    expect(await (await write('DELETE', { headers: { 'If-Match': '"1"' } })).json()).toEqual({ ...before, etag: '"2"' })
    expect((await make(admin)).message.subject).toContain('Vertriebspartner')
  })

  it('is of one organisation alone', async () => {
    await write('PUT')
    const other = await world.as('direct.admin')
    expect((await german(other))?.isOwn).toBe(false)
    expect((await make(other)).message.subject).toContain('Vertriebspartner')
    expect(await codeOf(await write('PUT', { call: other, headers: { 'If-Match': '"1"' } }))).toBe('412 request.stale')
    expect((await german())?.etag).toBe('"1"')
  })

  it.each<[string, Person, string]>([
    ['BR-26 a reseller, which uses its provider’s', 'reseller.admin', '403 invitation.reseller_cannot_create'],
    ['BR-24 a customer', 'customer.globaladmin', '403 invitation.customer_cannot_create'],
    ['BR-40 a Helpdesk agent', 'provider.helpdesk', '403 invitation.needs_admin_or_sales_agent'],
  ])('are not for %s', async (_who, person, expected) => {
    const call = await world.as(person)
    expect(await codeOf(await call('/message-templates'))).toBe(expected)
    expect(await codeOf(await write('PUT', { call }))).toBe(expected)
    expect(await codeOf(await write('DELETE', { call }))).toBe(expected)
  })

  it.each([
    ['BR-38 without the link', { ...own, text: 'Buy.' }, 'template.link_missing', '/text'],
    ['BR-38 with a fact that nobody knows', { ...own, text: '{link} {price}' }, 'template.placeholder_unknown', '/text'],
    ['BR-38 with the link in the subject', { ...own, subject: '{link}' }, 'template.placeholder_unknown', '/subject'],
    ['with a subject of nothing that can be seen', { ...own, subject: ' \u200b\r\n' }, 'request.invalid', '/subject'],
    ['with a long subject', { ...own, subject: 'x'.repeat(201) }, 'request.invalid', '/subject'],
    ['with a long text', { ...own, text: `{link}${'x'.repeat(10_000)}` }, 'request.invalid', '/text'],
    ['with more', { ...own, language: 'en' }, 'request.invalid', '/language'],
  ])('refuses one %s', async (_what, body, code, pointer) => {
    const answer = await write('PUT', { body })
    const problem = (await answer.json()) as Problem
    expect([answer.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([422, code, pointer])
    expect((await german())?.isOwn).toBe(false)
  })

  it('says a subject on two lines on one', async () => {
    expect((await write('PUT', { body: { ...own, subject: 'a\r\nBcc: x' } })).status).toBe(200)
    expect((await german())?.subject).toBe('a Bcc: x')
  })

  it('is not there in a language that the portal does not speak', async () => {
    expect(await codeOf(await write('PUT', { language: 'fr' }))).toBe('404 route.not_found')
  })

  it('is written once for one key, by one of two at once, and not over what somebody has not seen', async () => {
    const key = { 'Idempotency-Key': 'one' }
    expect([(await write('PUT', { headers: key })).status, (await write('PUT', { headers: key })).status]).toEqual([200, 200])
    expect((await german())?.etag).toBe('"1"')
    expect(await codeOf(await write('PUT', { headers: key, body: { ...own, subject: 'Other' } }))).toBe('422 idempotency.mismatch')
    expect(await codeOf(await write('PUT', { headers: { 'If-Match': '"0"' } }))).toBe('412 request.stale')
    const ifSeen = { headers: { 'If-Match': '"1"' } }
    const both = await Promise.all([write('PUT', ifSeen), write('DELETE', ifSeen)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
  })

  it('is written into the organisation’s own records, without its words', async () => {
    await write('PUT')
    await write('DELETE')
    const { items } = (await (await admin('/audit')).json()) as Page<{ action: string; details: unknown }>
    expect(items.map(({ action, details }) => [action, details])).toEqual([
      ['template.removed', { language: 'de' }], ['template.saved', { language: 'de' }],
    ])
  })
})
