import { expect, it } from 'vitest'
import { linkMark } from '../../../domain/mail/mail.ts'
import { locales } from '../../../domain/session/locales.ts'
import { handedOver, invitation } from '../../../domain/testing/facts.ts'
import { reminderMail } from './mail.ts'

it.each(locales)('reminds in %s: who asked for what, since when, until when, the link on its own line, who signs', (language) => {
  const changes = { language, createdAt: '2026-02-01T09:00:00.000Z', expiresAt: '2027-03-02T09:00:00.000Z', includeDap: true }
  const { subject, text } = reminderMail(handedOver({ ...changes, customer: { companyName: `North${linkMark}wind {x} <b>` } }))
  expect(subject).toContain('A indirect_provider')
  expect(text.split(linkMark)).toHaveLength(2)
  expect(text.split('\n')).toContain(linkMark)
  for (const word of ['A indirect_provider', 'A indirect_reseller', 'Northwind {x} <b>', '2026', '2027', 'Azure Active Directory'])
    expect(text).toContain(word)
  expect(`${subject}${text}`).not.toMatch(/mails\.|undefined/)
  const plain = reminderMail(invitation({ ...changes, includeDap: false }))
  expect(plain.text).not.toMatch(/indirect_reseller|Azure Active Directory|\{/)
})

it('is another text in every language', () => {
  expect(new Set(locales.map((language) => reminderMail(invitation({ language })).text)).size).toBe(locales.length)
})
