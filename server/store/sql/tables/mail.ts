import type { ColumnType } from 'kysely'
import type { MailKind, MailState } from '../../../../domain/mail/states.ts'
import type { NoticeKind } from '../../../../domain/notices/notice-kinds.ts'
import type { Locale } from '../../../../domain/session/locales.ts'

export type MailTables = {
  /** Waiting and sent mails. The body holds a mark for the link. `at`: when due, or since when in its state. */
  outbox: {
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
    /** The number of gathered notes; null for one. */
    gathered: number | null
    version: number
    /** The person of the portal whom it is for, and which of their kinds of mail it is; null for other mails. */
    reader_organization_id: ColumnType<string | null, string | null | undefined, string | null>
    reader_id: ColumnType<string | null, string | null | undefined, string | null>
    notice: ColumnType<NoticeKind | null, NoticeKind | null | undefined, never>
  }
  /** Mails' GDAP requests, kept when a request is gone, so that its mail is not sent. */
  gdap_mails: { partner_id: string; mail_id: string; relationship_id: string }
  /** An organisation's text in a language; without words the built-in one applies. */
  message_templates: { organization_id: string; language: Locale; subject: string | null; body: string | null; version: number }
  /** Daily (UTC) counts by owner: an organisation or a mailed address. */
  limits: { owner: string; what: string; day: string; count: number }
}
