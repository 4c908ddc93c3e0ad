import { describe, expect, it } from 'vitest'
import { mailBlocks } from './blocks.ts'
import { copiedMail, mailHtml, previewHtml, previewStyle } from './html.ts'
import { linkMark } from './mail.ts'

const link = 'https://portal.example/accept/Ab-_9'
const message = (text: string) => ({ text, link, button: 'Review', language: 'en' as const })

describe('a mail is laid out', () => {
  it.each([
    ['with the button after its sentence', `Hello,\n\nReview:\n${link}\n\nBye\nContoso\n`, ['Hello,', 'Review:', 'LINK', 'Bye\nContoso']],
    ['with the link within a sentence', `See ${link}.\n\nBye`, [`See ${link}.`, 'LINK', 'Bye']],
    ['with one button for a link that is there twice', `${link}\n\n${link}`, ['LINK', link]],
    ['with no button where there is no link', 'Hello', ['Hello']],
    ['with blanks in an empty line', 'a\n \t\nb', ['a', 'b']],
    ['of nothing', '', []],
  ])('%s', (_clause, text, expected) => {
    expect(mailBlocks(text, link).map((block) => (block.is === 'link' ? 'LINK' : block.text))).toEqual(expected)
  })
})

it('has the exact link on the button and in full, and no markup of what was written', () => {
  const html = copiedMail(message(`<b>Hi</b> & "you"\nthere\n\n${link}`))
  expect(html.split(`href="${link}"`)).toHaveLength(3)
  expect(html).toContain(`>${link}</a>`)
  expect(html).toContain('&lt;b&gt;Hi&lt;/b&gt; &amp; &quot;you&quot;<br>there')
  expect(html).not.toMatch(/<img|<script|src=|style/)
  expect(mailHtml({ ...message('Hi'), subject: '' })).toMatch(/^<!doctype html><html lang="en".*max-width:560px.*>Hi<\/p>/s)
})

it('keeps Korean words whole', () => {
  expect(mailHtml({ ...message('안녕하세요'), subject: '', language: 'ko' })).toContain('.words:lang(ko){word-break:keep-all}')
})

describe('a preview', () => {
  const logo = { src: '/api/logos/1/n.png', width: 120, height: 40 }
  const sent = mailHtml({ ...message(`Hi style="x" <style>\n> quoted\n\n${linkMark}`), subject: 'Hello', logo })
  const preview = previewHtml(sent)
  const pageOf = (html: string) => html.slice(html.indexOf('<body'))

  it('is the page that is sent, but its links lead nowhere and its styles stand in the one element that the policy allows', () => {
    const looks = new Map([...previewStyle.matchAll(/\[data-look="(\d+)"\]\{([^}]*)\}/g)].map(([, at, look]) => [at, look]))
    const restored = preview.replaceAll(/ data-look="(-?\d+)"/g, (_all, at: string) => ` style="${looks.get(at)}"`)
    expect(pageOf(restored)).toBe(pageOf(sent).replaceAll(` href="${link}"`, ''))
    expect(preview.match(/<style>([^<]*)<\/style>/)?.[1]).toBe(previewStyle)
    expect(preview).not.toContain('style="')
  })
})
