import { expect, it } from 'vitest'
import { logoCid } from '../../../domain/mail/html.ts'
import type { LeavingMail } from '../../app/mail/leaving-mail.ts'
import { mimeOf } from './mime.ts'
import { saidOf } from './said.ts'
import { decoded } from './testing/mail-catcher.ts'

const unsubscribeUrl = `https://portal.example/api/mail/unsubscribe/${crypto.randomUUID()}/${crypto.randomUUID()}/${'t'.repeat(43)}`
const link = `https://portal.example/accept/${'l'.repeat(43)}`
const mail: LeavingMail = {
  id: '019cae6b-6600-79fc-aef6-4bcaa12c37b5', from: 'Contoso via Tessera', to: 'somebody@northwind.example',
  replyTo: 'seller@contoso.example', language: 'de', subject: 'Contoso asks', text: `Hello,\n\n${link}\n`,
  html: `<p>Hello</p><a href="${link}">`,
  automatic: false, unsubscribeUrl: null, logo: undefined,
}
const date = new Date('2026-03-02T12:00:00.000Z')
const built = async (changes: Partial<LeavingMail> = {}) =>
  (await mimeOf({ ...mail, ...changes }, 'tessera@contoso.example', date)).toString('latin1')
const headOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'))
/** Unfolded headers by name. */
const headers = (raw: string) =>
  Object.fromEntries(
    headOf(raw).replaceAll(/\r\n[ \t]/g, ' ').split('\r\n').map((line) => line.split(/: (.*)/s).slice(0, 2)),
  ) as Record<string, string>

it('has both forms beside each other, who sends and who is answered, and a name of its own', async () => {
  const raw = await built()
  expect(headers(raw)).toMatchObject({
    From: 'Contoso via Tessera <tessera@contoso.example>',
    To: 'somebody@northwind.example',
    'Reply-To': 'seller@contoso.example',
    Subject: 'Contoso asks',
    'Content-Language': 'de',
    'Message-ID': '<019cae6b-6600-79fc-aef6-4bcaa12c37b5@contoso.example>',
    Date: 'Mon, 02 Mar 2026 12:00:00 +0000',
    'MIME-Version': '1.0',
    'Content-Type': expect.stringMatching(/^multipart\/alternative;/),
  })
  expect(raw.match(/Content-Type: text\/(plain|html); charset=utf-8/g)).toEqual([
    'Content-Type: text/plain; charset=utf-8', 'Content-Type: text/html; charset=utf-8',
  ])
  expect(decoded(raw).split(link)).toHaveLength(3)
  expect(Object.keys(headers(raw))).not.toContain('Auto-Submitted')
  expect(Object.keys(headers(raw)).join()).not.toMatch(/List-|Bcc|X-Mailer/)
})

it('carries the logo that its HTML shows, within the form that shows it', async () => {
  const raw = await built({ html: `<img src="cid:${logoCid}">`, logo: btoa('a picture') })
  expect(headers(raw)['Content-Type']).toMatch(/^multipart\/alternative;/)
  expect(raw.match(/^Content-(?:Type: (?:multipart|image|text)\/[a-z]+|Id: .*|Disposition: [a-z]+)/gim)).toEqual([
    'Content-Type: multipart/alternative', 'Content-Type: text/plain', 'Content-Type: multipart/related', 'Content-Type: text/html',
    'Content-Type: image/png', `Content-ID: <${logoCid}>`, 'Content-Disposition: inline',
  ])
  expect(raw).toContain(btoa('a picture'))
})

it('is the same mail to whoever receives it a second time', async () => {
  expect(headers(await built())['Message-ID']).toBe(headers(await built())['Message-ID'])
})

it('says that nobody pressed a button for it', async () => {
  expect(headers(await built({ automatic: true }))['Auto-Submitted']).toBe('auto-generated')
})

it('can be unsubscribed from with one click, at an address that is not cut', async () => {
  const raw = await built({ unsubscribeUrl })
  expect(raw).toContain(`List-Unsubscribe: <${unsubscribeUrl}>\r\n`)
  expect(headers(raw)['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
})

it('has nobody to answer to when nobody asked', async () => {
  expect(Object.keys(headers(await built({ replyTo: null })))).not.toContain('Reply-To')
})

it('is seven bits wide in every language, with lines that every server takes', async () => {
  const words = '안녕하세요 Здравствуйте Olá Grüße 您好 '.repeat(60)
  const from = 'Wingtip Händel GmbH & Co. “KG”, Köln via Tessera'
  const raw = await built({ subject: words.slice(0, 180), from, text: words, html: words })
  expect(raw).not.toMatch(/[^\r\n\t\u0020-\u007e]/)
  for (const line of raw.split('\r\n')) expect(line.length).toBeLessThan(998)
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

it.each([
  ['a subject', { subject: 'a\r\nBcc: x@y.example' }],
  ['a name', { from: 'Contoso\r\nBcc: x@y.example' }],
  ['a name with an address in it', { from: '"x" <a@b.example>, Contoso' }],
  ['an address', { to: 'somebody@northwind.example\r\nBcc: x@y.example' }],
  ['two addresses', { to: 'somebody@northwind.example, x@y.example' }],
  ['where answers go', { replyTo: 'a@b.example\r\nBcc: x@y.example' }],
  ['a bare line feed', { subject: 'a\nBcc: x@y.example' }],
  ['a bare carriage return', { subject: 'a\rBcc: x@y.example' }],
  ['the body', { text: 'a\r\n.\r\nBcc: x@y.example', html: 'b\r\n\r\nBcc: x' }],
] as const)('no header can be slipped in through %s', async (_what, changes) => {
  const names = (raw: string) => Object.keys(headers(raw)).toSorted()
  const raw = await built(changes)
  expect(names(raw)).toEqual(names(await built()))
  expect(headers(raw).From).toMatch(/<tessera@contoso\.example>$/)
})

it.each([
  ['an encoded word', '=?utf-8?B?4oCudG5hdHJvcG1p?='],
  ['one among other words', 'Re: =?UTF-8?Q?=E2=80=AE?= and more'],
  ['one in another writing', '초대 =?x?= =?utf-8?b?4oCu?='],
  ['a long one', `${'word '.repeat(20)}=?utf-8?B?4oCu?=`],
])('a subject that looks encoded arrives as it was written: %s', async (_what, subject) => {
  const written = headers(await built({ subject })).Subject ?? ''
  const words = [...written.matchAll(/=\?UTF-8\?B\?([\w+/=]+)\?=/g)].map(([, word = '']) => Buffer.from(word, 'base64').toString())
  expect(words.join('')).toBe(subject)
  expect(written.replaceAll(/=\?UTF-8\?B\?[\w+/=]+\?=/g, '').trim()).toBe('')
})

it('a sender that looks encoded is no encoded word', async () => {
  expect(headers(await built({ from: '=?utf-8?B?4oCu?= via Tessera' })).From).not.toMatch(/=\?/)
})

it.each([
  ['550 5.1.1 No such mailbox', '550 5.1.1 No such mailbox'],
  ['550-5.7.1 Blocked\r\n550 5.7.1 for good', '550-5.7.1 Blocked 550 5.7.1 for good'],
  [`554 Bad link ${link}`, '554 Bad link https://portal.example/accept/…'],
  [`554 Bad link ${link.slice(0, 60)}... (cut)`, '554 Bad link https://portal.example/accept/… (cut)'],
  [`554 ${'T'.repeat(43)} is listed`, '554 … is listed'],
  [`554 <${unsubscribeUrl}>`, '554 <https://portal.example/api/mail/unsubscribe/…>'],
  ['550 a\u202eb\u0000c', '550 abc'],
  [`550 ${'long '.repeat(200)}`, `550 ${'long '.repeat(200)}`.slice(0, 300)],
])('%j is kept as %j', (answer, expected) => {
  expect(saidOf(answer)).toBe(expected)
})
