import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepsLink } from '../../../../domain/invitations/message-rules.ts'
import { putLinkBack } from './put-link-back.ts'

const link = 'https://portal.example/accept/Ab-_9xyzAb-_9xyz'
const before = `Hello,\n\nClick to review:\n${link}\n\nRegards\n`

describe('the link is put back', () => {
  it.each([
    ['where it was', before.replace(`${link}\n`, ''), before],
    ['where it was, with an empty line in its place', before.replace(link, ''), `Hello,\n\nClick to review:\n${link}\n\n\nRegards\n`],
    ['over what is left of its end', before.replace(link, link.slice(0, -3)), before],
    ['over what is left of its beginning', before.replace(link, link.slice(9)), before],
    ['over one with something at its end', before.replace(link, `${link}x`), before],
    ['over another one', before.replace(link, 'https://portal.example/accept/other'), before],
    ['at the end, when the line before it is gone', 'Hello,\n\nRegards\n', `Hello,\n\nRegards\n\n${link}\n`],
    ['alone, when nothing is left', '', `${link}\n`],
    ['not at all, when it is there', before, before],
  ])('%s', (_clause, text, expected) => {
    expect(putLinkBack(text, link, before)).toBe(expected)
  })

  it('BR-38 the text has the exact link again, whatever became of it', () => {
    const unit = fc.constantFrom('a', '\n', ' ', link.slice(0, 20), link.slice(20), 'Click to review:')
    fc.assert(fc.property(fc.string({ unit }), (text) => {
      expect(keepsLink(putLinkBack(text, link, before), link).allowed).toBe(true)
    }))
  })
})
