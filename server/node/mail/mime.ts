import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type { LeavingMail } from '../../app/mail/leaving-mail.ts'

const looksEncoded = (text: string): boolean => text.includes('=?')

/** What looks like an encoded word (RFC 2047) is encoded once more, so that it is read as it was written and as nothing else. */
const inWords = (text: string) => ({ prepared: true, foldLines: true, value: encodeWord(text, 'B', 52) })

/** The mail's bytes: text and HTML beside each other, 7-bit throughout. The same mail has the same Message-ID however often it is tried. */
export function mimeOf(mail: LeavingMail, sender: string, date: Date): Promise<Buffer> {
  const { id, from, to, replyTo, language, subject, text, html, automatic, unsubscribeUrl } = mail
  const domain = sender.slice(sender.lastIndexOf('@') + 1)
  return new MailComposer({
    // A name is quoted, and some programs decode what stands between the quotes.
    from: { name: from.replaceAll('=?', '= ?'), address: sender },
    to: { name: '', address: to },
    ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
    ...(!looksEncoded(subject) && { subject }),
    text,
    html,
    date,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Content-Language': language,
      ...(looksEncoded(subject) && { Subject: inWords(subject) }),
      ...(automatic && { 'Auto-Submitted': 'auto-generated' }),
      // Folded, the address would be cut in two by clients that do not unfold.
      ...(unsubscribeUrl !== null && {
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
