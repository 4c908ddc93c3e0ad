import { expect, it } from 'vitest'
import { mailtoOf } from './mailto.ts'

const link = 'https://portal.example/accept/Ab-_9'

it('carries the text with the link byte for byte, line breaks as mail programs expect them', () => {
  const address = new URL(mailtoOf({ subject: 'Один & два?', text: `첫 줄\n${link}\nlast` }, 'a+b@contoso.com'))
  expect(address.protocol).toBe('mailto:')
  expect(address.searchParams.get('subject')).toBe('Один & два?')
  expect(address.searchParams.get('body')).toBe(`첫 줄\r\n${link}\r\nlast`)
})

it('escapes what could end the address or begin another header', () => {
  expect(mailtoOf({ subject: 's', text: 't' }, 'a?cc=b@contoso.com')).toBe('mailto:a%3Fcc%3Db@contoso.com?subject=s&body=t')
})

it('names a domain in the form that every mail program takes', () => {
  expect(mailtoOf({ subject: 's', text: 't' }, 'a&b@münchen.de')).toBe('mailto:a%26b@xn--mnchen-3ya.de?subject=s&body=t')
})

it('leaves the address open when nobody is named', () => {
  expect(mailtoOf({ subject: 's', text: 't' }, undefined)).toBe('mailto:?subject=s&body=t')
})
