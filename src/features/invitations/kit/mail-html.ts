import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { mailBlocks } from './mail-blocks.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

type Mail = Pick<InvitationMessage, 'text' | 'link' | 'button' | 'language'>

/**
 * The mail for the clipboard: one button, the link in full below it, no pictures. Without styles, which a browser takes out of what is
 * copied where the page allows none; the button is a coloured cell, as every mail program knows it.
 */
export function mailHtml({ text, link, button, language }: Mail): string {
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

const style =
  'body{max-width:560px;margin:24px;font:15px/1.5 "Segoe UI",system-ui,sans-serif}p{margin:0 0 16px;overflow-wrap:anywhere}' +
  'td{border-radius:4px;padding:10px 20px}td a{text-decoration:none}table+p{margin-top:8px;font-size:12px}'

/** The mail as a page of its own, 560 px, light or dark. */
export const mailPage = (mail: Mail): string =>
  `<!doctype html><html lang="${mail.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
  `<style>${style}</style></head><body>${mailHtml(mail)}</body></html>`
