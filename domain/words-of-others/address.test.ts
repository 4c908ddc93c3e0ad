import { describe, expect, it } from 'vitest'
import { addressFault, addressFaults } from './address.ts'
import { Address, DomainName } from './schemas.ts'

const verdictOf = (text: string): string => {
  const { success, data, error } = Address.safeParse(text)
  const [issue] = error?.issues ?? []
  return success ? data : `${issue?.code} ${issue && 'format' in issue ? issue.format : ''}`.trim()
}
const no = (format: string) => `invalid_format ${format}`

describe('an address', () => {
  it.each([
    ['as everybody has one', 'sora.min@contoso.com', 'sora.min@contoso.com'],
    ['with all that stands unquoted in a mailbox', "o'neil+a&b!#$%*/=?^_`{|}~-@contoso.com", "o'neil+a&b!#$%*/=?^_`{|}~-@contoso.com"],
    ['at an internationalised domain', 'info@münchen.de', 'info@münchen.de'],
    ['at the ASCII form of one', 'info@xn--mnchen-3ya.de', 'info@münchen.de'],
    ['at a top-level domain in Cyrillic', 'info@пример.рф', 'info@пример.рф'],
    ['at a domain in capitals', 'Sora.Min@CONTOSO.COM', 'Sora.Min@contoso.com'],
    ['at a domain with the dot of the root', 'a@contoso.com.', 'a@contoso.com'],
    ['with spaces around it', ' a@contoso.com\u00a0\n', 'a@contoso.com'],
    ['with what nobody sees', '\u200ba\u200e@con\u00adtoso.com\ufeff', 'a@contoso.com'],
    ['with the longest mailbox', `${'a'.repeat(64)}@contoso.com`, `${'a'.repeat(64)}@contoso.com`],
    ['with a mailbox too long', `${'a'.repeat(65)}@contoso.com`, no('email')],
    ['too long in the form for mail servers', `${'a'.repeat(64)}@${'ü.'.repeat(30)}example`, no('email')],
    ['too long', `a@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}`, 'too_big'],
    ['of absurd length', `a@b.example${' '.repeat(1_000_000)}`, 'too_big'],
    ['quoted', '"sora min"@contoso.com', no('unquoted_address')],
    ['quoted around an @', '"a@b"@contoso.com', no('unquoted_address')],
    ['with letters beyond ASCII before the @', 'иван@пример.рф', no('ascii_mailbox')],
    ['with one such letter', 'josé.garcia@contoso.com', no('ascii_mailbox')],
    ['with a name around it', 'Sora Min <sora@contoso.com>', no('email')],
    ['with a scheme', 'mailto:sora@contoso.com', no('email')],
    ['two of them', 'a@contoso.com, b@contoso.com', no('email')],
    ['two of them, internationalised', 'a@münchen.de; b@münchen.de', no('email')],
    ['with a space', 'a b@contoso.com', no('email')],
    ['with a line break', 'a@contoso.com\nBcc: c', no('email')],
    ['with a control sign at the end of what is meant', 'a@contoso.com\r\n', 'a@contoso.com'],
    ['with two dots in the mailbox', 'a..b@contoso.com', no('email')],
    ['with a dot before', '.a@contoso.com', no('email')],
    ['with a dot before the @', 'a.@contoso.com', no('email')],
    ['with two dots in the domain', 'a@contoso..com', no('email')],
    ['without a domain', 'a@', no('email')],
    ['without a mailbox', '@contoso.com', no('email')],
    ['without an @', 'contoso.com', no('email')],
    ['at a single label', 'a@localhost', no('email')],
    ['at an address of a machine', 'a@[192.0.2.1]', no('email')],
    ['at a domain with a hyphen before', 'a@-contoso.com', no('email')],
    ['of nothing', '', no('email')],
  ])('%s', (_what, text, expected) => expect(verdictOf(text)).toBe(expected))

  it.each(['"a"@contoso.com', 'é@contoso.com', 'contoso.com'])('has a fault that forms have words for: %s', (text) =>
    expect(addressFaults).toContain(addressFault(text)))

  it.each(['info@xn--mnchen-3ya.de', "a&b@пример.рф"])('is the same when it is read again: %s', (text) => {
    expect(verdictOf(verdictOf(text))).toBe(verdictOf(text))
  })
})

it.each([
  ['MÜNCHEN.de', 'münchen.de'],
  ['xn--mnchen-3ya.de', 'münchen.de'],
  ['a..b', 'invalid_format'],
  ['https://contoso.com', 'invalid_format'],
])('the schema of a domain: %s → %s', (text, expected) => {
  const { data, error } = DomainName.safeParse(text)
  expect(data ?? error?.issues[0]?.code).toBe(expected)
})
