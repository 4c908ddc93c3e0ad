import { describe, expect, it } from 'vitest'
import { directoryRoles, globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import { forCustomer, reader, relationship, support } from '../../../../domain/gdap/testing.ts'
import { linkMark } from '../../../../domain/mail/mail.ts'
import { locales } from '../../../../domain/session/locales.ts'
import { gdapRequestMail } from './request-mail.ts'
import { say } from '../../words/words.ts'

const link = 'https://portal.example/approve/an-id'
const waiting = { status: 'approvalPending', since: '2026-03-01T09:00:00.000Z' } as const
const others = directoryRoles.map(({ id }) => id).filter((id) => id !== globalAdministrator)

describe.each(locales)('the mail of a request in %s', (language) => {
  it('says who asks for what, how long, when it lapses, and has the link on a line of its own', () => {
    const { text, subject, chat, button } = gdapRequestMail(forCustomer(waiting), language, link)
    const lines = text.split('\n')
    expect(lines.filter((line) => line === link)).toHaveLength(1)
    const facts = ['A indirect_provider', 'A customer', 'Contoso-Support', 'GDAP', '365', '2026']
    for (const said of facts) expect(text).toContain(said)
    for (const role of ['directory_readers', 'service_support_administrator'])
      expect(text).toContain(`• ${say(`roles.name.${role}`, language)}`)
    expect(text).toContain(say('roles.allows.directory_readers', language))
    expect(lines.filter((line) => line.startsWith('• '))).toHaveLength(2)
    expect(subject).toContain('A indirect_provider')
    expect([chat.includes(link), chat.includes('365')]).toEqual([true, true])
    expect(`${subject}${text}${chat}${button}`).not.toMatch(/mails\.|roles\.|undefined|[{}]/)
  })

  it('tells whether the rights end or extend themselves', () => {
    const ending = gdapRequestMail(forCustomer(waiting), language, link).text
    const extending = gdapRequestMail(forCustomer({ ...waiting, autoExtendDuration: 'P180D' }), language, link).text
    expect(ending).toContain(say('mails.gdap_request.lasts', language, { days: 365 }))
    expect(extending).not.toContain(say('mails.gdap_request.lasts', language, { days: 365 }))
    expect(extending.split('\n\n')).toHaveLength(ending.split('\n\n').length)
  })

  it.each([
    [8, 8, /^• /], [9, 9, /1/], [30, 9, /22/],
  ])('of %i roles it has %i lines, and what weighs most is never only counted', (count, expected, last) => {
    const roles = [...others.slice(0, count - 1), globalAdministrator]
    const { text } = gdapRequestMail(forCustomer({ ...waiting, roles }), language, link)
    const lines = text.split('\n').filter((line) => line.startsWith('• '))
    expect(lines).toHaveLength(expected)
    expect(lines[0]).toContain(say('roles.name.global_administrator', language))
    expect(lines.at(-1)).toMatch(last)
  })
})

it.each([
  ['a customer by its name', forCustomer(waiting), 'Hello A customer,'],
  ['nobody by name where it is open who approves', relationship(waiting), 'Hello,'],
  ['nobody by the id of a tenant', forCustomer({ ...waiting, customer: { tenantId: 'a tenant', displayName: 'a tenant' } }), 'Hello,'],
])('greets %s', (_whom, request, expected) =>
  expect(gdapRequestMail(request, 'en', link).text.split('\n')[0]).toBe(expected))

it('has one place for the link, whatever signs a name holds', () => {
  const customer = { tenantId: 't', displayName: `A${linkMark}B` }
  const { text } = gdapRequestMail(forCustomer({ ...waiting, customer, roles: [reader, support] }), 'en', linkMark)
  expect(text.split(linkMark)).toHaveLength(2)
})
