import type { MailKind, MailState } from '../../../../domain/mail/states.ts'
import type { Locale } from '../../../../domain/session/locales.ts'

/** Mails that are to leave and that have left. Where the link goes, the body holds a mark. `at`: due, or since when in its state. */
type OutboxTable = {
  organization_id: string
  id: string
  intent: string
  kind: MailKind
  partner_id: string
  invitation_id: string
  link_number: number
  to_address: string
  language: Locale
  subject: string
  body: string
  from_name: string
  reply_to: string | null
  state: MailState
  at: string
  attempts: number
  said: string | null
  leased_until: string | null
  handed_over_at: string | null
  /** How many things it tells of together; null for one. */
  gathered: number | null
  version: number
}

/** What an organisation's invitations say in a language; without words it went back to the built-in text. */
type MessageTemplateTable = { organization_id: string; language: Locale; subject: string | null; body: string | null; version: number }

/** The requests for granular rights that mails carry; also when the request is gone, so that its mail does not leave. */
type GdapMailTable = { partner_id: string; mail_id: string; relationship_id: string }

/** How many of something there were on a day of UTC, under whoever they are counted for: an organisation, or an address that is mailed. */
type LimitTable = { owner: string; what: string; day: string; count: number }

/** Mails, what they say and how many there were. Times ISO in UTC. */
export type MailTables = {
  outbox: OutboxTable
  gdap_mails: GdapMailTable
  message_templates: MessageTemplateTable
  limits: LimitTable
}
