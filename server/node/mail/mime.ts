import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import { logoCid } from '../../../domain/mail/html.ts'
import type { LeavingMail } from '../../app/mail/leaving-mail.ts'

const looksEncoded = (text: string): boolean => text.includes('=?')

/** Encodes text that looks like an encoded word (RFC 2047), so that it is read as written. */
const inWords = (text: string) => ({ prepared: true, foldLines: true, value: encodeWord(text, 'B', 52) })

/** Renders a mail as bytes: text and HTML, 7-bit. Retries of a mail keep its Message-ID. */
export function mimeOf(mail: LeavingMail, sender: string, date: Date): Promise<Buffer> {
  const { id, from, to, replyTo, language, subject, text, html, automatic, unsubscribeUrl, logo } = mail
  const domain = sender.slice(sender.lastIndexOf('@') + 1)
  return new MailComposer({
    // Some programs decode encoded words inside a quoted name.
    from: { name: from.replaceAll('=?', '= ?'), address: sender },
    to: { name: '', address: to },
    ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
    ...(!looksEncoded(subject) && { subject }),
    text,
    html,
    ...(logo !== undefined && {
      attachments: [{ cid: logoCid, content: logo, encoding: 'base64', contentType: 'image/png', filename: 'logo.png' }],
    }),
    date,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Content-Language': language,
      ...(looksEncoded(subject) && { Subject: inWords(subject) }),
      ...(automatic && { 'Auto-Submitted': 'auto-generated' }),
      // Clients that do not unfold would cut a folded address.
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
