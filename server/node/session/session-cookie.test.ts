import { expect, it } from 'vitest'
import { sessionCookie } from './session-cookie.ts'

const expires = new Date('2026-05-01T09:00:00Z')
const https = sessionCookie('https://portal.contoso.example')
const http = sessionCookie('http://127.0.0.1:8080')
const token = 'A-Za_z0-9'
const sending = (cookie: string) => new Request('http://127.0.0.1/', { headers: { Cookie: cookie } })

it('is bound to the host and to https, out of reach of scripts and of other sites', () => {
  expect(https.start(token, expires).get('Set-Cookie'))
    .toBe(`__Host-tessera=${token}; Path=/; Expires=Fri, 01 May 2026 09:00:00 GMT; HttpOnly; SameSite=Lax; Secure`)
})

it('goes without Secure on http, where Safari would drop it', () => {
  expect(http.start(token, expires).get('Set-Cookie'))
    .toBe(`tessera=${token}; Path=/; Expires=Fri, 01 May 2026 09:00:00 GMT; HttpOnly; SameSite=Lax`)
})

it('is taken back under the name that it was given', () => {
  expect(https.end().get('Set-Cookie')).toMatch(/^__Host-tessera=; Path=\/; Expires=Thu, 01 Jan 1970 .*; Secure$/)
  expect(http.end().get('Set-Cookie')).toMatch(/^tessera=; Path=\/; Expires=Thu, 01 Jan 1970/)
})

it('goes with every page that the browser kept as it was, but not with the language and the theme chosen in it', () => {
  expect(https.end().get('Clear-Site-Data')).toBe('"cache"')
  expect(https.start(token, new Date(0)).get('Clear-Site-Data')).toBeNull()
})

it.each([
  ['alone', https, `__Host-tessera=${token}`, token],
  ['among others', https, `theme=dark;  __Host-tessera=${token}; a=b`, token],
  ['of http', http, `tessera=${token}`, token],
  ['twice, the first', http, `tessera=${token}; tessera=other`, token],
  ['a plain one on https', https, `tessera=${token}`, undefined],
  ['a longer name', http, `xtessera=${token}`, undefined],
  ['empty', http, 'tessera=', undefined],
  ['no token', http, 'tessera=a b', undefined],
  ['too long', http, `tessera=${'a'.repeat(257)}`, undefined],
  ['none', http, '', undefined],
] as const)('reads the token: %s', (_what, port, cookie, expected) => {
  expect(port.read(sending(cookie))).toBe(expected)
})
