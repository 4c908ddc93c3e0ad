import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { told } from '../../testing/facts.ts'
import { checkTemplate, fillTemplate, placeholders, suitsTemplate } from './rules.ts'
import { TemplateDraft } from './schemas.ts'

const draft = (text: string, subject = 'Hello') => ({ subject, text })
const facts = { link: 'https://portal.example/accept/x', customer: 'Northwind', inviter: 'Contoso', reseller: 'Litware', date: 'May 1' }

describe('what a template may say', () => {
  it.each([
    ['BR-38 anything, with the link', draft('Buy.\n\n{link}'), 'allowed'],
    ['BR-38 with every fact', draft(placeholders.map((each) => `{${each}}`).join(' '), 'For {customer} by {inviter}'), 'allowed'],
    ['BR-38 braces that are none of a placeholder', draft('{ } {a b} {link}'), 'allowed'],
    ['BR-38 the link twice', draft('{link} {link}'), 'allowed'],
    ['BR-38 not without the link', draft('Buy.'), 'template.link_missing BR-38'],
    ['BR-38 not with a link that looks like it', draft('{Link} {link }'), 'template.link_missing BR-38'],
    ['BR-38 not with something written onto it', draft('{link}s'), 'template.link_missing BR-38'],
    ['BR-38 nor a fact', draft('{link}{customer}'), 'template.link_missing BR-38'],
    ['BR-38 but with the sentence’s end', draft('{link}.'), 'allowed'],
    ['BR-38 no fact that nobody knows', draft('{link} {price}'), 'template.placeholder_unknown BR-38'],
    ['BR-38 nor in the subject', draft('{link}', '{price}'), 'template.placeholder_unknown BR-38'],
    ['BR-38 no link in the subject', draft('{link}', '{link}'), 'template.placeholder_unknown BR-38'],
  ])('%s', (_clause, template, expected) => {
    expect(told(checkTemplate(template))).toBe(expected)
  })

  it('names what is missing or unknown', () => {
    expect(checkTemplate(draft('{link} {price}'))).toMatchObject({ params: { placeholder: '{price}' } })
    expect(checkTemplate(draft('none'))).toMatchObject({ params: { placeholder: '{link}' } })
  })

  it.each([
    ['an empty subject', { subject: ' \u202e\n', text: '{link}' }],
    ['a long subject', { subject: 'x'.repeat(201), text: '{link}' }],
    ['no text', { subject: 'a', text: '' }],
    ['a long text', { subject: 'a', text: 'x'.repeat(10_001) }],
    ['more than it has', { subject: 'a', text: '{link}', link: 'x' }],
  ])('is no template: %s', (_what, body) => {
    expect(TemplateDraft.safeParse(body).success).toBe(false)
  })

  it('keeps lines, however they end', () => {
    expect(TemplateDraft.parse({ subject: ' a\nBcc: x\u202e ', text: 'a\r\nb\rc\n' })).toEqual({ subject: 'a Bcc: x', text: 'a\nb\nc\n' })
  })
})

describe('for which invitations a template speaks', () => {
  it.each([
    ['BR-42 global: the relationship alone', false, 'unavailable', true],
    ['BR-41 Germany, China, US Government: delegated admin too', true, 'required', true],
    ['where it is a choice, the relationship alone', false, 'optional', true],
    ['where it is a choice, not when more is asked', true, 'optional', false],
    ['not when less is asked than ordinarily', false, 'required', false],
  ] as const)('%s', (_clause, includeDap, dapWithInvitation, expected) => {
    expect(suitsTemplate({ kind: 'new', includeDap }, { dapWithInvitation })).toBe(expected)
    expect(suitsTemplate({ kind: 'restore', includeDap }, { dapWithInvitation })).toBe(false)
  })
})

describe('a template with an invitation’s facts', () => {
  it.each([
    [
      'everything is there', 'Hello {customer},\n{link}\n{reseller}, for {inviter}',
      `Hello Northwind,\n${facts.link}\nLitware, for Contoso`, {},
    ],
    ['nobody is named', 'Hello {customer},', 'Hello,', { customer: '' }],
    ['nobody is named at the beginning', '{customer} 담당자님, 안녕하세요.', '담당자님, 안녕하세요.', { customer: '' }],
    ['a line of nothing goes', 'Regards\n{reseller}\n{inviter}', 'Regards\nContoso', { reseller: '' }],
    ['an empty line stays', 'a\n\n{link}', `a\n\n${facts.link}`, {}],
    ['what is no placeholder stays', '{x} {link }', '{x} {link }', {}],
    ['a fact is not looked into', 'Hello {customer}', 'Hello {link} $& $1', { customer: '{link} $& $1' }],
  ])('%s', (_clause, text, expected, changes) => {
    expect(fillTemplate(text, { ...facts, ...changes })).toBe(expected)
  })

  it('BR-38 holds the exact link, whatever is written around it', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      expect(fillTemplate(`${before}{link}${after}`, facts)).toContain(facts.link)
    }))
  })
})
