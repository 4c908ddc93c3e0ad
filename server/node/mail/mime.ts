import MailComposer from 'nodemailer/lib/mail-composer'
import type { LeavingMail } from '../../app/leaving-mail.ts'

/** The mail's bytes: text and HTML beside each other, 7-bit throughout. The same mail has the same Message-ID however often it is tried. */
export function mimeOf(mail: LeavingMail, sender: string, date: Date): Promise<Buffer> {
  const { id, from, to, replyTo, subject, text, html, automatic, unsubscribeUrl } = mail
  const domain = sender.slice(sender.lastIndexOf('@') + 1)
  return new MailComposer({
    from: { name: from, address: sender },
    to: { name: '', address: to },
    ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
    subject,
    text,
    html,
    date,
    messageId: `<${id}@${domain}>`,
    headers: {
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
