import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { lapsesAt } from '../../../domain/gdap/term/expiry.ts'
import { forCustomer } from '../../../domain/gdap/testing.ts'
import { type Locale, locales } from '../../../domain/session/locales.ts'
import { handedOver, invitation } from '../../../domain/testing/facts.ts'
import { catalogues } from '../words/catalogues.ts'
import { gdapRequestMail } from '../gdap/mail/request-mail.ts'
import { invitationMail } from '../invitations/mail.ts'
import { reminderMail, resellerReminder } from '../reminders/mail.ts'
import { momentInWords, say } from '../words/words.ts'

const end = '2026-12-29T07:32:00.000Z'
const link = 'https://portal.example/i/a-token'
const open = { expiresAt: end, createdAt: '2026-10-01T07:32:00.000Z', customer: { companyName: 'Northwind Traders' } }
const waiting = forCustomer({ status: 'approvalPending', since: '2026-09-30T07:32:00.000Z' })
const template = { subject: 'Until {date}', text: 'Until {date}\n\n{link}' }
const ofPartner = (language: Locale) => invitationMail(invitation(open), cloudPolicies.global, language, link, template)
const note = { name: 'Support', partner: 'Contoso', customer: 'Northwind Traders', date: end }

/** Every text to a person that names an end. */
const texts: Record<string, (language: Locale) => string> = {
  'an invitation': (language) => invitationMail(invitation(open), cloudPolicies.global, language, link).text,
  'its text for a chat': (language) => invitationMail(invitation(open), cloudPolicies.global, language, link).chat,
  'the subject of a partner’s own words': (language) => ofPartner(language).subject,
  'a partner’s own words': (language) => ofPartner(language).text,
  'a reminder': (language) => reminderMail(invitation({ ...open, language })).text,
  'a reminder to the reseller': (language) => resellerReminder(handedOver(open), language, link).text,
  'a request for rights': (language) => gdapRequestMail(waiting, language, link).text,
  'its words for a chat': (language) => gdapRequestMail(waiting, language, link).chat,
  'the subject of rights that end': (language) => say('mails.gdap_end.subject', language, note),
  'rights that end': (language) => say('mails.gdap_end.nears', language, note),
  'rights that have ended': (language) => say('mails.gdap_end.over', language, note),
  'rights that have begun': (language) => say('mails.gdap_begun.stands', language, note),
}

describe.each(locales)('an end that a mail tells of in %s', (language) => {
  it.each(Object.entries(texts))('%s: with its time of day and the zone', (_name, write) => {
    const told = momentInWords(end, language)
    expect(told).toMatch(/7:32.* \(UTC\)$/)
    const text = write(language)
    expect(text).toContain(told)
    expect(text.replaceAll(told, '')).not.toMatch(/\{|29/)
  })

  it('no mail has another word for a day than the one on which something was made', () => {
    const days = Object.entries(catalogues[language]).filter(([id, words]) => id.startsWith('mails.') && /\{day\b/.test(words))
    expect(days).toEqual([])
  })
})

it('BR-79 the request of these tests ends as they say', () => expect(lapsesAt(waiting)).toBe(end))
