import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { locales } from '../../../domain/session/locales.ts'
import { requestWording } from './request-wording.ts'
import { invitationMail } from './mail.ts'
import { reminderMail } from '../reminders/mail.ts'
import { say } from '../words/words.ts'

const inviter = { id: 'i', tenantId: 't', displayName: 'Contoso Distribution' }
const reseller = { id: 'r', tenantId: 's', displayName: 'Litware Resell' }
const at = '2026-06-01T00:00:00.000Z'
const base = { inviter, customer: null, reusable: false, createdAt: at, expiresAt: at }

describe.each(locales)('who is said to ask for what, in %s', (language) => {
  it.each([
    ['a partner that sells', { includeDap: false, reseller: null }, 'subject', 'ask.relationship'],
    ['and administers', { includeDap: true, reseller: null }, 'subject', 'ask.relationship_and_admin'],
    ['a provider behind a reseller', { includeDap: false, reseller }, 'subject_through', 'ask.through'],
    ['that administers, too', { includeDap: true, reseller }, 'subject_through', 'ask.through_and_admin'],
    ['a reseller that asks for admin rights again', { kind: 'restore', includeDap: true, reseller: null }, 'subject_admin', 'ask.admin'],
  ] as const)('%s: the same in the invitation and in its reminder', (_who, asking, subject, ask) => {
    expect(requestWording(asking)).toEqual({ subject, ask })
    const params = { inviter: inviter.displayName, reseller: reseller.displayName }
    const words = (id: string) => say(`mails.invitation.${id}`, language, params)
    const invitation = { ...base, ...asking }
    const mails = [
      invitationMail(invitation, cloudPolicies.global, language, 'https://portal.example/a/1'), reminderMail({ ...invitation, language }),
    ]
    for (const mail of mails) {
      expect(mail.subject).toContain(words(subject))
      expect(mail.text).toContain(words(ask))
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/mails\.|undefined|[{}]/)
    }
  })
})
