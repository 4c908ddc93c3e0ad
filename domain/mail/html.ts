import type { Locale } from '../session/locales.ts'
import { cleanLine } from '../words-of-others/cleaned.ts'
import { cleanSent } from '../words-of-others/sent.ts'
import { mailBlocks } from './blocks.ts'
import { linkMark } from './mail.ts'

type Marked = {
  language: Locale
  subject: string
  text: string
  link: string
  button: string
}

const entities: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\u2068': '<bdi>', '\u2069': '</bdi>',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"'\u2068\u2069]/g, (sign) => entities[sign] ?? sign)

const face =
  "font-family:'Segoe UI',system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','PingFang SC','Microsoft YaHei',sans-serif"
const paragraphStyle = `margin:0 0 16px;${face};font-size:16px;line-height:24px;color:#1b2426`

const quoteStyle = `${paragraphStyle};margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dddd`
/** The sign that `quoted` writes, escaped. */
const quoteMark = '&gt; '

/** Clients without `prefers-color-scheme` keep the light inline colours. */
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
 * Renders a mail (look.md, Mails): 560 px, one button with the full link below it. Uses tables and inline styles for old clients, loads
 * nothing, and escapes all text.
 */
export function mailHtml({ language, subject, text, link, button: buttonWords }: Marked): string {
  const href = escaped(link)
  const inFull = `<a class="link" href="${href}" style="color:#0b6a73;word-break:break-all">${href}</a>`
  const button = [
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr>',
    '<td class="button" bgcolor="#0b6a73" style="border-radius:4px;background:#0b6a73">',
    `<a class="button-words" href="${href}" style="display:inline-block;padding:12px 24px;${face};font-size:16px;line-height:24px;`,
    `font-weight:600;color:#ffffff;text-decoration:none">${escaped(buttonWords)}</a>`,
    `</td></tr></table><p class="words" style="${paragraphStyle}">${inFull}</p>`,
  ].join('')
  const inTag = (tag: string, style: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `<${tag} class="words" style="${style}">${lines.join('<br>')}</${tag}>`
  const paragraph = (words: string) => {
    const lines = words.split('\n').map((line) => escaped(line).replaceAll(linkMark, inFull))
    const theirs = lines.filter((line) => line.startsWith(quoteMark)).map((line) => line.slice(quoteMark.length))
    return inTag('p', paragraphStyle, lines.filter((line) => !line.startsWith(quoteMark))) + inTag('blockquote', quoteStyle, theirs)
  }
  const paragraphs = mailBlocks(cleanSent(text), linkMark).map((block) => (block.is === 'link' ? button : paragraph(block.text)))
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

/**
 * Renders the same for the clipboard, without styles, which browsers strip where the page allows none; the button is a coloured table cell.
 */
export function copiedMail({ text, link, button, language }: Omit<Marked, 'subject'>): string {
  const href = escaped(link)
  const blocks = mailBlocks(text, link).map((block) =>
    block.is === 'link'
      ? '<table border="0" cellpadding="10" cellspacing="0" role="presentation"><tr><td bgcolor="#086d75">' +
        `<a href="${href}"><font color="#ffffff"><b>${escaped(button)}</b></font></a></td></tr></table>` +
        `<p><a href="${href}">${href}</a></p>`
      : `<p>${escaped(block.text).replaceAll('\n', '<br>')}</p>`,
  )
  return `<div lang="${language}">${blocks.join('')}</div>`
}
