import type { NoticeKind } from '../notices/notice-kinds.ts'
import type { Locale } from '../session/locales.ts'
import type { MailKind } from './states.ts'

/** Marks the link's place in a stored mail; the link is derived when the mail is sent and never kept. A private-use character. */
export const linkMark = '\ue000'

/** Stores an edited text without its link. */
export const markedText = (text: string, link: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(linkMark, '').replaceAll(link, linkMark)

/** Removes the link's mark from a name. */
export const unmarked = (name: string): string => name.replaceAll(linkMark, '')

export const inParagraphs = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

/** Marks the place of a gathered mail's number. A private-use character. */
export const countMark = '\ue001'

/** A person of the portal, who chooses which kinds of mail to get. */
type MailReader = { organizationId: string; userId: string; kind: NoticeKind }

/** One mail to send, written in the same transaction as its cause. */
export type NewMail = {
  id: string
  /** The sending organisation, whose outbox holds it. */
  organizationId: string
  /** The mail's purpose, unique within the organisation, such as `reminder/<invitation>/1/7`; a second one is not written. */
  intent: string
  kind: MailKind
  /** The invitation whose link it carries; null for mails without {@link linkMark}. */
  invitation: { partnerId: string; id: string; linkNumber: number } | null
  /** The GDAP request whose link it carries, of the same organisation. */
  requestId?: string | undefined
  to: string
  /** Whom it is for; it leaves only while this person may enter, may read of it and wants it. Absent for mails to others. */
  reader?: MailReader | undefined
  /** The user who requested it and typed the address; absent for notes and reminders. */
  requestedBy?: string | undefined
  language: Locale
  subject: string
  /** Paragraphs separated by empty lines; {@link linkMark} stands for the link. */
  text: string
  /** The sender's name beside the portal's own address. */
  from: string
  replyTo: string | null
  /** The earliest time to send it; ISO. */
  dueAt: string
}
