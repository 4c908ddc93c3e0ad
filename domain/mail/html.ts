import type { Logo } from '../organizations/schemas.ts'
import type { Locale } from '../session/locales.ts'
import { cleanLine } from '../words-of-others/cleaned.ts'
import { cleanSent } from '../words-of-others/sent.ts'
import { mailBlocks } from './blocks.ts'
import { linkMark, markedText } from './mail.ts'

type Marked = {
  language: Locale
  subject: string
  text: string
  link: string
  button: string
  /** Where its sender's logo is found, and how large it is drawn. */
  logo?: Logo | null | undefined
}

/** Names the picture that a mail carries with it: clients show it without fetching anything. */
export const logoCid = 'logo@tessera'

const entities: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\u2068': '<bdi>', '\u2069': '</bdi>',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"'\u2068\u2069]/g, (sign) => entities[sign] ?? sign)

const face =
  "font-family:'Segoe UI',system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','PingFang SC','Microsoft YaHei',sans-serif"
const paragraph = `margin:0 0 16px;${face};font-size:16px;line-height:24px;color:#1b2426;overflow-wrap:anywhere`

/** Every style that an element of a mail has, in its `style`. */
const looks = {
  paragraph,
  quote: `${paragraph};margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dddd`,
  link: 'color:#0b6a73;word-break:break-all;text-decoration:underline',
  buttonTable: 'margin:0 0 16px',
  button: 'border-radius:4px;background:#0b6a73',
  buttonWords:
    `display:inline-block;padding:12px 24px;${face};font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none`,
  around: 'margin:0;padding:0;background:#f3f6f6',
  aroundCell: 'padding:24px 12px',
  sheet: 'width:100%;max-width:560px;background:#ffffff;border:1px solid #d5dddd;border-radius:8px',
  sheetCell: 'padding:32px 32px 16px',
  logoTable: 'margin:0 0 24px',
  logoCell: 'padding:8px 12px;border-radius:4px;background:#ffffff',
  logo: 'display:block;max-width:100%;height:auto;border:0',
}

/** As `quoted` writes it, with its sign as HTML spells it. */
const quoteMark = '&gt; '

/** Clients without `prefers-color-scheme` keep the light inline colours, and without `:lang` break Korean within words. */
const headStyle = [
  '.words:lang(ko){word-break:keep-all}',
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

/** What the page of a preview has in place of `style`: the portal's policy refuses that, and allows this one element by its hash. */
export const previewStyle = Object.values(looks).map((look, index) => `[data-look="${index}"]{${look}}`).join('') + headStyle

/** A mail's HTML for a frame on the portal's own page, whose links are drawn and lead nowhere. */
export const previewHtml = (html: string): string =>
  html
    .replace(headStyle, previewStyle)
    .replaceAll(/ href="[^"]*"/g, '')
    .replaceAll(/ style="([^"]*)"/g, (_all, look: string) => ` data-look="${Object.values(looks).indexOf(look)}"`)

/**
 * Renders a mail (look.md, Mails): 560 px, one button with the full link below it. Uses tables and inline styles for old clients, loads
 * nothing from afar, and escapes all text.
 */
export function mailHtml({ language, subject, text, link, button: buttonWords, logo }: Marked): string {
  const href = escaped(link)
  const inFull = `<a class="link" href="${href}" style="${looks.link}">${href}</a>`
  const button = [
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${looks.buttonTable}"><tr>`,
    `<td class="button" bgcolor="#0b6a73" style="${looks.button}">`,
    `<a class="button-words" href="${href}" style="${looks.buttonWords}">${escaped(buttonWords)}</a>`,
    `</td></tr></table><p class="words" style="${looks.paragraph}">${inFull}</p>`,
  ].join('')
  const inTag = (tag: string, look: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `<${tag} class="words" style="${look}">${lines.join('<br>')}</${tag}>`
  const written = (words: string) => {
    const lines = words.split('\n').map((line) => escaped(line).replaceAll(linkMark, inFull))
    const theirs = lines.filter((line) => line.startsWith(quoteMark)).map((line) => line.slice(quoteMark.length))
    return inTag('p', looks.paragraph, lines.filter((line) => !line.startsWith(quoteMark))) + inTag('blockquote', looks.quote, theirs)
  }
  const paragraphs = mailBlocks(cleanSent(text), linkMark).map((block) => (block.is === 'link' ? button : written(block.text)))
  const title = escaped(cleanLine(subject))
  // The plate stays light in the dark; the sender's name stands beside the subject, so the picture needs no words.
  const plate = logo && [
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${looks.logoTable}"><tr>`,
    `<td bgcolor="#ffffff" style="${looks.logoCell}"><img src="${escaped(logo.src)}" alt="" width="${logo.width}"`,
    ` height="${logo.height}" style="${looks.logo}"></td></tr></table>`,
  ].join('')
  return [
    `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title><style>${headStyle}</style></head>`,
    `<body class="around" bgcolor="#f3f6f6" text="#1b2426" link="#0b6a73" style="${looks.around}">`,
    '<table role="presentation" class="around" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f6f6">',
    `<tr><td align="center" style="${looks.aroundCell}">`,
    '<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"',
    ` style="${looks.sheet}">`,
    `<tr><td align="left" style="${looks.sheetCell}">${plate || ''}${paragraphs.join('')}</td></tr></table>`,
    '</td></tr></table></body></html>',
  ].join('\n')
}

/** The same of a text that somebody works on, with the link in it. */
export const typedMail = (typed: Marked): string => mailHtml({ ...typed, text: markedText(typed.text, typed.link) })

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
