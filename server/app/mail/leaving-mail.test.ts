import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import { mailKinds } from '../../../domain/mail/states.ts'
import { locales } from '../../../domain/session/locales.ts'
import { isolated } from '../../../domain/words-of-others/in-sentences.ts'
import { quoted } from '../../../domain/words-of-others/sent.ts'
import type { HeldMail } from '../../store/mail/held-mails.ts'
import { invitationMail } from '../invitations/mail.ts'
import { linkOf } from '../invitations/links.ts'
import { leavingMail } from './leaving-mail.ts'

const ports = { secret: 'a secret of the tests, 32 bytes and more', publicUrl: 'https://portal.example' }
const partnerId = '00000000-0000-4000-8000-000000000001'
const invitationId = '00000000-0000-4000-8000-000000000002'
const { link } = await linkOf(ports, { id: invitationId, linkNumber: 3, inviter: { id: partnerId } })

const held = (changes: Partial<HeldMail> = {}) =>
  ({
    id: '00000000-0000-4000-8000-000000000003', organizationId: partnerId, kind: 'invitation', language: 'en',
    invitation: { partnerId, id: invitationId, linkNumber: 3 },
    to: 'somebody@northwind.example', subject: 'Contoso asks', text: `Hello,\n\nOpen it:\n${linkMark}\n\nContoso\n`,
    from: 'Contoso', replyTo: 'seller@contoso.example', attempts: 1, version: 2,
    invited: { state: 'sent', expiresAt: '2026-04-01T00:00:00.000Z', linkNumber: 3 },
    ...changes,
  }) as HeldMail
const leaving = (changes: Partial<HeldMail> = {}) => leavingMail(ports, held(changes))
/** Extracts the visible text: no head or tags, character references decoded. */
const read = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

describe('a mail that leaves', () => {
  it('carries the link that is derived now, in both of its forms', async () => {
    const mail = await leaving()
    expect(mail).toMatchObject({
      from: 'Contoso via Tessera', to: 'somebody@northwind.example', replyTo: 'seller@contoso.example', subject: 'Contoso asks',
      text: `Hello,\n\nOpen it:\n${link}\n\nContoso\n`,
    })
    expect(hrefs(mail.html)).toEqual([link, link])
    expect(read(mail.html).split('\n').filter((line) => line !== '')).toEqual([
      'Hello,', 'Open it:', 'Review and answer', link, 'Contoso',
    ])
    expect(`${mail.text}${mail.html}`).not.toContain(linkMark)
  })

  it('shows its sender’s logo from what it carries, once, and none where there is none', async () => {
    const { html, logo, text } = await leavingMail(ports, held(), { width: 120, height: 40, picture: 'AAAA' })
    expect([html.match(/<img [^>]*src="([^"]*)" alt="" width="120" height="40"/)?.[1], logo]).toEqual(['cid:logo@tessera', 'AAAA'])
    expect(html.indexOf('<img')).toBeLessThan(html.indexOf('Hello'))
    expect(text).not.toContain('cid:')
    expect((await leaving()).html).not.toContain('<img')
  })

  it.each(locales)('is written in %s from the first tag to the button', async (language) => {
    const invitation = {
      inviter: { id: 'i', tenantId: 't', displayName: 'Contoso' }, reseller: null, customer: { companyName: 'A & B' },
      includeDap: true, reusable: false, expiresAt: '2026-03-02T09:00:00.000Z',
    }
    const { subject, text } = invitationMail(invitation, cloudPolicies.global, language, linkMark)
    const { html, text: plain, language: said } = await leaving({ language, subject, text })
    expect(said).toBe(language)
    expect(html).toContain(`<html lang="${language}" dir="ltr">`)
    expect(hrefs(html)).toEqual([link, link])
    const words = read(html)
    for (const line of plain.split('\n').filter((each) => each !== '')) expect(words).toContain(line)
    expect(html).not.toMatch(/mails\.button/)
  })

  it('carries no link when it is about no invitation', async () => {
    const mail = await leaving({ kind: 'note', invitation: null, invited: null, text: 'A right ends soon.\n' })
    expect([mail.text, hrefs(mail.html), mail.unsubscribeUrl]).toEqual(['A right ends soon.\n', [], null])
  })

  it('carries the link of a request for granular rights, with a button of its own', async () => {
    const requestId = `${invitationId}-${partnerId}`
    const approval = `https://portal.example/approve/${requestId}`
    const mail = await leaving({ kind: 'approval', invitation: null, invited: null, requestId })
    expect([mail.text.includes(`\n${approval}\n`), hrefs(mail.html), mail.automatic]).toEqual([true, [approval, approval], false])
    expect(read(mail.html)).toContain('Review and approve')
  })

  it('survives old clients and the dark: tables of 560 px, colours for both, nothing to load', async () => {
    const { html } = await leaving()
    expect(html).toContain('width="560"')
    expect(html).toContain('max-width:560px')
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).not.toMatch(/<(script|link|img|iframe|form)\b|src=|@import|url\(/i)
    for (const line of html.split('\n')) expect(line.length).toBeLessThan(2_000)
  })

  it.each([
    ['a link in the middle of a sentence', `Open ${linkMark}, then accept.`, [link, link, link]],
    ['a link twice', `${linkMark}\n\n${linkMark}`, [link, link, link]],
    ['a link and nothing else', linkMark, [link, link]],
    ['no link', 'The customer has accepted.', []],
    ['no words at all', '', []],
  ])('has one button for %s', async (_what, text, expected) => {
    const { html } = await leaving({ text })
    expect(hrefs(html)).toEqual(expected)
    expect(html.match(/Review and answer/g) ?? []).toHaveLength(text.includes(linkMark) ? 1 : 0)
    expect(html).not.toContain('<p class="words"></p>')
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image', '<img src=x onerror="alert(1)">'],
    ['quotes', `"double" 'single' &amp; &lt;`],
    ['the end of the sheet', '</td></tr></table></body></html>'],
    ['a link of its own', '<a href="https://elsewhere.example">here</a>'],
    ['a style', '</style><style>*{display:none}</style>'],
  ])('shows %s as text', async (_what, words) => {
    const { html } = await leaving({ text: `${words}\n\n${linkMark}`, subject: words })
    expect(read(html)).toContain(words)
    expect(hrefs(html)).toEqual([link, link])
    const tags = (page: string) => page.match(/<\/?[a-z]+/g)
    expect(tags(html)).toEqual(tags((await leaving({ text: `plain\n\n${linkMark}`, subject: 'plain' })).html))
  })

  it('holds no signs that turn text round or hide, in any part of it', async () => {
    const { subject, text, html, from } = await leaving({
      subject: 'a\u202eb\u200b', text: `c\u2066d\u200f\n${linkMark}`, from: 'e\u202df',
    })
    expect([subject, from]).toEqual(['ab', 'ef via Tessera'])
    expect(text).toBe(`cd\n${link}`)
    expect(read(html)).toContain('cd')
    expect(`${subject}${text}${html}${from}`).not.toMatch(/\p{Cf}/u)
  })

  it('sets apart what a customer wrote', async () => {
    const { text, html } = await leaving({ kind: 'note', text: `Coho writes:\n${quoted('Why?\n<b>Now</b>')}\n\nSee it.` })
    expect(text).toContain('Coho writes:\n> Why?\n> <b>Now</b>\n')
    expect(html).toMatch(/Coho writes:<\/p><blockquote [^>]*>Why\?<br>&lt;b&gt;Now&lt;\/b&gt;<\/blockquote>/)
  })

  it('keeps a name that is read from right to left apart from the sentence', async () => {
    const { subject, text, html } = await leaving({
      subject: `${isolated('שלום')} asks`, text: `Hello ${isolated('שלום\u202e')}!\n\n${linkMark}`,
    })
    expect([subject, text]).toEqual(['\u2068שלום\u2069 asks', `Hello \u2068שלום\u2069!\n\n${link}`])
    expect(html).toContain('Hello <bdi>שלום</bdi>!')
    expect(html).not.toMatch(/\p{Cf}/u)
  })

  it('keeps what goes into headers on one line', async () => {
    const { subject, from } = await leaving({ subject: 'a\r\nBcc: x@y.example\u2028z', from: 'Contoso\nTo: all\u0000' })
    expect([subject, from]).toEqual(['a Bcc: x@y.example z', 'Contoso To: all via Tessera'])
  })

  it.each(mailKinds)('says of kind %s whether somebody pressed a button for it, and how more of them are stopped', async (kind) => {
    const { automatic, unsubscribeUrl } = await leaving({ kind })
    expect(automatic).toBe(kind === 'reminder' || kind === 'note')
    const url = new RegExp(`^https://portal\\.example/api/mail/unsubscribe/${partnerId}/${invitationId}/[A-Za-z0-9_-]{43}$`)
    expect(unsubscribeUrl ?? 'none').toMatch(kind === 'reminder' ? url : /^none$/)
    expect(unsubscribeUrl ?? '').not.toContain(link.slice(-43))
  })
})
