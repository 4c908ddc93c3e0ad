import { inParagraphs } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { type Params, say } from '../words/words.ts'

/** An id of the catalogue; one that is not in it does not compile. */
export type MailId = Exclude<keyof typeof import('../../../locales/en/mails.json'), 'default'>

/** A message, and what stands on the lines below it. */
type Paragraph = MailId | readonly [id: MailId, ...below: readonly string[]]

/** A mail's subject and text in the language of whoever reads it. */
export function writtenMail(language: Locale, params: Params, subject: MailId, paragraphs: readonly Paragraph[]) {
  const words = (id: MailId) => say(id, language, params)
  const written = paragraphs.map((each) => (typeof each === 'string' ? words(each) : [words(each[0]), ...each.slice(1)].join('\n')))
  return { subject: words(subject), text: inParagraphs(written) }
}
