import { linkMark } from '../../../domain/mail/mail.ts'
import type { MailKind } from '../../../domain/mail/states.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { cleanLine } from '../../../domain/words-of-others/cleaned.ts'
import { cleanSent } from '../../../domain/words-of-others/sent.ts'
import { say } from '../words/words.ts'

type Marked = {
  kind: MailKind
  language: Locale
  subject: string
  /** With the mark where the link goes, or without one. */
  text: string
  link: string
}

const entities: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\u2068': '<bdi>', '\u2069': '</bdi>',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"'\u2068\u2069]/g, (sign) => entities[sign] ?? sign)

const face =
  "font-family:'Segoe UI',system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','PingFang SC','Microsoft YaHei',sans-serif"
const paragraphStyle = `margin:0 0 16px;${face};font-size:16px;line-height:24px;color:#1b2426`

const quoteStyle = `${paragraphStyle};margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dddd`
/** As `quoted` writes it, with its sign as HTML spells it. */
const quoteMark = '&gt; '

/** Clients without `prefers-color-scheme` keep the light colours, which are the ones inline. */
const darkStyle = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  '.around{background:#12191a!important}',
  '.sheet{background:#1c2527!important;border-color:#3a4649!important}',
  '.words{color:#e8eeef!important}',
  '.link{color:#7fd3dc!important}',
  '.button{background:#7fd3dc!important}',
  '.button-words{color:#0d2326!important}',
  '}',
].join('')

/**
 * A mail as it looks where it is read (look.md, Mails): 560 px, one button with the link in full below it. Tables and inline styles for
 * clients that know nothing newer, nothing loaded from anywhere, and everything that somebody wrote shown as text.
 */
export function mailHtml({ kind, language, subject, text, link }: Marked): string {
  const href = escaped(link)
  const buttonWords = say(kind === 'approval' ? 'mails.gdap_request.button' : 'mails.button', language)
  const inFull = `<a class="link" href="${href}" style="color:#0b6a73;word-break:break-all">${href}</a>`
  const button = [
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr>',
    '<td class="button" bgcolor="#0b6a73" style="border-radius:4px;background:#0b6a73">',
    `<a class="button-words" href="${href}" style="display:inline-block;padding:12px 24px;${face};font-size:16px;line-height:24px;`,
    `font-weight:600;color:#ffffff;text-decoration:none">${escaped(buttonWords)}</a>`,
    `</td></tr></table><p class="words" style="${paragraphStyle}">${inFull}</p>`,
  ].join('')
  const paragraph = (lines: readonly string[]) => {
    const own = lines.filter((line) => !line.startsWith(quoteMark))
    const theirs = lines.filter((line) => line.startsWith(quoteMark)).map((line) => line.slice(quoteMark.length))
    const inTag = (tag: string, style: string, inside: readonly string[]) =>
      inside.length === 0 ? '' : `<${tag} class="words" style="${style}">${inside.join('<br>')}</${tag}>`
    return inTag('p', paragraphStyle, own) + inTag('blockquote', quoteStyle, theirs)
  }

  let hasButton = false
  const paragraphs = cleanSent(text).trim().split(/\n[ \t]*\n\s*/).map((block) => {
    const lines = block.split('\n')
    const words = lines.filter((line) => line.trim() !== linkMark || hasButton).map((line) => escaped(line).replaceAll(linkMark, inFull))
    const asks = !hasButton && block.includes(linkMark)
    hasButton ||= asks
    return paragraph(words) + (asks ? button : '')
  })
  const title = escaped(cleanLine(subject))
  return [
    `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title><style>${darkStyle}</style></head>`,
    '<body class="around" bgcolor="#f3f6f6" text="#1b2426" link="#0b6a73" style="margin:0;padding:0;background:#f3f6f6">',
    '<table role="presentation" class="around" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f6f6">',
    '<tr><td align="center" style="padding:24px 12px">',
    '<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"',
    ' style="width:100%;max-width:560px;background:#ffffff;border:1px solid #d5dddd;border-radius:8px">',
    `<tr><td align="left" style="padding:32px 32px 16px">${paragraphs.join('')}</td></tr></table>`,
    '</td></tr></table></body></html>',
  ].join('\n')
}
