import { describe, expect, it } from 'vitest'
import { emlOf } from './eml.ts'

const link = 'https://portal.example/accept/Ab-_9'
const draft = {
  sender: { name: 'Contoso via Tessera', replyTo: 'sora@contoso.example' },
  language: 'de' as const,
  to: 'it@northwind.example',
  subject: 'Hello',
  text: `Line one\n\n${link}\n`,
  html: `<p>Hello</p><a href="${link}">x</a>`,
  at: new Date('2026-03-02T09:05:00.000Z'),
}

const decoded = (text: string) => new TextDecoder().decode(Uint8Array.from(atob(text), (sign) => sign.codePointAt(0) ?? 0))
/** Reads a mail as mail programs do. */
function read(eml: string) {
  const [head = ''] = eml.split('\r\n\r\n')
  const headers = head.replaceAll('\r\n ', '\n').split('\r\n').map((line) => {
    const [name = '', ...rest] = line.split(': ')
    const words = rest.join(': ').replaceAll(/\?=\n=\?UTF-8\?B\?/g, '?=\n=?UTF-8?B?').split('\n')
    const inWords = words.map((word) => word.replaceAll(/=\?UTF-8\?B\?([\w+/=]+)\?=/g, (_all, body: string) => decoded(body)))
    return [name, inWords.join('')] as const
  })
  const bodies = eml.split('--tessera_=_alternative').slice(1, -1).map((part) => {
    const [types = '', body = ''] = part.trim().split('\r\n\r\n')
    return [/Content-Type: ([\w/]+)/.exec(types)?.[1], decoded(body.replaceAll('\r\n', ''))] as const
  })
  return {
    headers: Object.fromEntries(headers) as Record<string, string>,
    names: headers.map(([name]) => name),
    bodies: Object.fromEntries(bodies) as Record<string, string>,
  }
}

it('is a draft with text and HTML, and the link byte for byte in both', () => {
  const { headers, bodies } = read(emlOf(draft))
  expect(headers).toEqual({
    From: '"Contoso via Tessera" <sora@contoso.example>',
    'Reply-To': 'sora@contoso.example',
    To: 'it@northwind.example',
    Subject: 'Hello',
    'Content-Language': 'de',
    Date: 'Mon, 02 Mar 2026 09:05:00 +0000',
    'X-Unsent': '1',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/alternative; boundary="tessera_=_alternative"',
  })
  expect(bodies).toEqual({ 'text/plain': `Line one\r\n\r\n${link}\r\n`, 'text/html': draft.html })
})

describe.each([
  ['Korean', '콘토소 유통에서 Microsoft 클라우드 서비스 재판매인 관계를 요청합니다', '민소라'],
  ['German', 'Contoso möchte Ihr Vertriebspartner für Microsoft-Clouddienste werden', 'Jürgen Groß'],
  ['a row of emoji', '👩👩👧'.repeat(12), '👩👩👧'],
  ['a name from right to left', '\u2068שלום\u2069 asks', 'שלום'],
  ['what looks encoded', '=?UTF-8?B?SGk=?=', '=?x?='],
  ['a long line', 'word '.repeat(30).trim(), 'n'.repeat(100)],
])('%s', (_language, subject, name) => {
  const eml = emlOf({ ...draft, subject, text: subject, sender: { ...draft.sender, name } })

  it('is read as it was written', () => {
    const { headers, bodies } = read(eml)
    expect(headers['Subject']).toBe(subject)
    expect(headers['From']).toBe(`${name} <sora@contoso.example>`)
    expect(bodies['text/plain']).toBe(subject)
  })

  it('is ASCII on short lines, in words of whole characters', () => {
    expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/)
    for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(100)
    for (const [word = ''] of eml.matchAll(/=\?UTF-8\?B\?[^?]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75)
    for (const [, body = ''] of eml.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)) expect(decoded(body)).not.toContain('\ufffd')
  })
})

describe('nothing that is written begins another header', () => {
  it.each([
    ['a subject', { subject: 'Hi\r\nBcc: x@evil.example\r\n\r\nbody' }],
    ['a subject with LF', { subject: 'Hi\nBcc: x@evil.example' }],
    ['a subject with a line separator', { subject: 'Hi\u2028Bcc: x@evil.example\u0085x' }],
    ['a name', { sender: { ...draft.sender, name: 'A"\r\nBcc: x@evil.example' } }],
    ['an address', { to: 'a@b.example\r\nBcc: x@evil.example' }],
    ['a second address', { to: 'a@b.example,x@evil.example' }],
    ['the sender’s address', { sender: { name: 'A', replyTo: 'a@b.example>\r\nBcc: x' } }],
  ])('%s', (_what, changes) => {
    const { names } = read(emlOf({ ...draft, ...changes }))
    const known = ['From', 'Reply-To', 'To', 'Subject', 'Content-Language', 'Date', 'X-Unsent', 'MIME-Version', 'Content-Type']
    expect(names.filter((name) => !known.includes(name))).toEqual([])
  })

  it('an address that is none is left out', () => {
    expect(read(emlOf({ ...draft, to: 'a@b.example, c@d.example' })).names).not.toContain('To')
    expect(read(emlOf({ ...draft, to: 'a&b@пример.рф' })).headers).toMatchObject({ To: 'a&b@xn--e1afmkfd.xn--p1ai' })
    expect(read(emlOf({ ...draft, to: undefined })).names).not.toContain('To')
  })
})
