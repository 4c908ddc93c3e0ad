import type { Locale } from '../session/locales.ts'
import type { MailKind } from './states.ts'

/** Stands in a stored mail where the link goes: a link is derived when the mail leaves and never kept. A private-use sign. */
export const linkMark = '\ue000'

/** An edited text as it is kept: the link is derived again when the mail leaves. */
export const markedText = (text: string, link: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(linkMark, '').replaceAll(link, linkMark)

/** A name as it stands in a mail: it is not where the link goes, whatever signs are in it. */
export const unmarked = (name: string): string => name.replaceAll(linkMark, '')

/** A mail's text of its paragraphs. */
export const inParagraphs = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

/** Stands in a stored mail where the number of those goes that it tells of together. A private-use sign. */
export const countMark = '\ue001'

/** One mail that is to leave, written in the same transaction as what it tells of. */
export type NewMail = {
  id: string
  /** Whose outbox it is in: the organisation that sends it. */
  organizationId: string
  /** Says what this mail is for; a second one of the same organisation with the same intent is not written. `reminder/<invitation>/1/7`. */
  intent: string
  kind: MailKind
  /** Whose invitation it belongs to, and whose link it carries; null when it is about none and holds no {@link linkMark}. */
  invitation: { partnerId: string; id: string; linkNumber: number } | null
  /** The request for granular rights of the same organisation that it carries, and whose link it holds; absent when it carries none. */
  requestId?: string | undefined
  to: string
  /** The user who asked for it and typed the address; absent when nobody did, as for notes and reminders. */
  askedBy?: string | undefined
  language: Locale
  subject: string
  /** Paragraphs apart by an empty line; holds {@link linkMark} where the link goes, or does not carry one. */
  text: string
  /** Shown as the sender beside the portal's own address. */
  from: string
  /** Where an answer goes. */
  replyTo: string | null
  /** Not before then; ISO. */
  dueAt: string
}
