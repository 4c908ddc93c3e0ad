import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiAddress, asciiDomain } from './ascii-domain.ts'
import { readDomain } from './domain-name.ts'

describe('a domain', () => {
  it.each([
    ['in lower case', 'contoso.com', 'contoso.com'],
    ['in any case, with spaces around it', ' CONTOSO.onmicrosoft.COM\u00a0', 'contoso.onmicrosoft.com'],
    ['internationalised', 'münchen.de', 'münchen.de'],
    ['in capitals', 'MÜNCHEN.DE', 'münchen.de'],
    ['in full width', 'ｍünchen.de', 'münchen.de'],
    ['decomposed', 'mu\u0308nchen.de', 'münchen.de'],
    ['in its ASCII form', 'xn--mnchen-3ya.de', 'münchen.de'],
    ['in its ASCII form in capitals', 'XN--MNCHEN-3YA.DE', 'münchen.de'],
    ['with the dot of the root', 'münchen.de.', 'münchen.de'],
    ['with an ideographic dot', '例え。テスト', '例え.テスト'],
    ['in Hangul', '한국.example', '한국.example'],
    ['of a top-level domain in Cyrillic', 'ПРИМЕР.РФ', 'пример.рф'],
    ['with an eszett, which is a letter of its own', 'straße.de', 'straße.de'],
    ['with something of no width at an end', '\u200b\ufeffcontoso.com\u200e', 'contoso.com'],
    ['with something of no width inside', 'con\u200bto\u00adso\u200f.com', 'contoso.com'],
    ['isolated, as the portal writes it', '\u2068contoso.com\u2069', 'contoso.com'],
    ['with digits and hyphens', 'r3---a1.3com.example', 'r3---a1.3com.example'],
    ['with the longest label', `${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
    ['of a single label', 'contoso', undefined],
    ['with a space inside', 'no spaces allowed.example', undefined],
    ['with a space of another width inside', 'no\u00a0space.example', undefined],
    ['with a hyphen before', '-contoso.com', undefined],
    ['with a hyphen behind', 'contoso-.com', undefined],
    ['with an empty label', 'contoso..com', undefined],
    ['with an empty label before', '.contoso.com', undefined],
    ['with two dots behind', 'contoso.com..', undefined],
    ['of dots alone', '..', undefined],
    ['with a mailbox', 'user@contoso.com', undefined],
    ['with a scheme', 'https://contoso.com', undefined],
    ['with a path', 'contoso.com/x', undefined],
    ['with a port', 'contoso.com:80', undefined],
    ['with an escape', 'cont%6Fso.com', undefined],
    ['with an underscore', '_dmarc.contoso.com', undefined],
    ['with a label too long', `${'a'.repeat(64)}.com`, undefined],
    ['with a label that is too long in its ASCII form', `${'ü'.repeat(60)}${'ж'.repeat(3)}.com`, undefined],
    ['too long as a whole', `${'a.'.repeat(126)}com`, undefined],
    ['that is an address of a machine', '192.0.2.1', undefined],
    ['that is one in full width', '１９２.０.２.１', undefined],
    ['that is one of another version', '[2001:db8::1]', undefined],
    ['that ends in a number', 'contoso.123', undefined],
    ['that ends in a hexadecimal number', 'contoso.0x7f', undefined],
    ['that turns text round', 'con\u202etoso.com', undefined],
    ['that says it is Punycode and is none', 'xn--ls8h=.la', undefined],
    ['that is Punycode of nothing', 'xn--.de', undefined],
    ['that is Punycode of what nobody may have, half a sign', 'xn--a.de', undefined],
    ['that is Punycode of ASCII', 'xn--abc-.de', undefined],
    ['of nothing', ' ', undefined],
    ['of an absurd length', `${'\u200b'.repeat(1_000_000)}contoso.com`, undefined],
  ])('%s', (_what, text, expected) => expect(readDomain(text)).toBe(expected))

  it.each([
    ['scripts mixed', 'contоso.com', 'xn--contso-zqf.com'],
    ['Cyrillic letters that all look like Latin ones', 'аррӏе.com', 'xn--80ak6aa92e.com'],
    ['a joiner, which nobody sees', 'نامه\u200cای.com', 'xn--mgba3gch31f060k.com'],
  ])('stays in its ASCII form with %s', (_what, text, expected) => {
    expect(readDomain(text)).toBe(expected)
    expect(readDomain(expected)).toBe(expected)
  })

  it.each([
    ['several scripts that belong together', '東京タワーabc.jp'],
    ['Cyrillic letters under a Cyrillic top-level domain', 'сор.рф'],
    ['letters of a script with others beside them', 'почта-24.com'],
  ])('stays readable with %s', (_what, text) => expect(readDomain(text)).toBe(text))

  it.each([
    ['contoso.com', 'contoso.com'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
  ])('for machines: %s → %s', (domain, expected) => expect(asciiDomain(domain)).toBe(expected))

  it('is the same however often it is read, and by way of its ASCII form', () => {
    const letters = fc.string({ unit: fc.oneof(
      fc.constantFrom('a', '1', '-', '.', 'ü', 'ß', 'σ', 'ς', 'ж', '한', '東', 'ー', 'ا', '\u200c', '\u0301', 'İ', 'ı', 'xn--', '①', '☃'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ), minLength: 1, maxLength: 12 })
    fc.assert(fc.property(letters, (text) => {
      const domain = readDomain(`${text}.example`)
      fc.pre(domain !== undefined)
      expect(readDomain(domain)).toBe(domain)
      expect(asciiDomain(domain)).toMatch(/^[a-z\d.-]{1,253}$/)
      expect(readDomain(asciiDomain(domain) ?? '')).toBe(domain)
    }), { numRuns: 2_000 })
  })
})

it.each([
  ['a&b@münchen.de', 'a&b@xn--mnchen-3ya.de'],
  ['иван@пример.рф', 'иван@xn--e1afmkfd.xn--p1ai'],
  ['a@contoso.com', 'a@contoso.com'],
  ['a@localhost', 'a@localhost'],
])('an address for mail servers: %s → %s', (address, expected) => expect(asciiAddress(address)).toBe(expected))
