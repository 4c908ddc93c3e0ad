import { expect, it } from 'vitest'
import { mayChangeThings } from './origin-check.ts'

const own = { publicUrl: 'https://portal.contoso.example', host: '127.0.0.1', port: 8080, publicUrlGiven: true, allowedHosts: [] }
const local = { publicUrl: 'http://127.0.0.1:8080', host: '127.0.0.1', port: 8080, publicUrlGiven: false, allowedHosts: [] }
const dev = { publicUrl: 'http://127.0.0.1:5173', host: '127.0.0.1', port: 41_000, publicUrlGiven: true, allowedHosts: [] }
const allowed = { ...local, allowedHosts: ['portal.lan'] }
const open = { publicUrl: 'http://localhost:8080', host: '0.0.0.0', port: 8080, publicUrlGiven: false, allowedHosts: [] }

it.each([
  ['no browser', own, 'POST', {}, true],
  ['own page', own, 'POST', { Origin: 'https://portal.contoso.example', 'Sec-Fetch-Site': 'same-origin' }, true],
  ['own page of a browser without Sec-Fetch-Site', own, 'DELETE', { Origin: 'https://portal.contoso.example' }, true],
  ['a person, by bookmark or address', own, 'POST', { 'Sec-Fetch-Site': 'none' }, true],
  ['another site', own, 'POST', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, false],
  ['another site, old browser', own, 'PATCH', { Origin: 'https://evil.example' }, false],
  ['a subdomain beside it', own, 'POST', { Origin: 'https://www.contoso.example', 'Sec-Fetch-Site': 'same-site' }, false],
  ['same site without Origin', own, 'POST', { 'Sec-Fetch-Site': 'same-site' }, false],
  ['http in place of https', own, 'POST', { Origin: 'http://portal.contoso.example' }, false],
  ['a sandboxed frame or a form without referrer', own, 'POST', { Origin: 'null' }, false],
  ['two headers that disagree', own, 'POST', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, false],
  ['an unknown word', own, 'POST', { 'Sec-Fetch-Site': 'elsewhere' }, false],
  ['whoever has an access token', own, 'POST', { Origin: 'https://evil.example', Authorization: 'Bearer tess_pat_x' }, true],
  ['whoever has another kind of authorization', own, 'POST', { Origin: 'https://evil.example', Authorization: 'Basic eDp5' }, false],
  ['another site reading', own, 'GET', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, true],
  ['localhost for 127.0.0.1', local, 'POST', { Origin: 'http://localhost:8080', 'Sec-Fetch-Site': 'same-origin' }, true],
  ['another port of this machine', local, 'POST', { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' }, false],
  ['another port, old browser', local, 'POST', { Origin: 'http://127.0.0.1:3000' }, false],
  ['a name made to point here', local, 'POST', { Origin: 'http://evil.example:8080', Host: 'evil.example:8080' }, false],
  ['the development server', dev, 'POST', { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-origin' }, true],
  ['a name that nobody configured', open, 'POST', { Origin: 'http://192.168.1.5:8080', Host: '192.168.1.5:8080' }, true],
  ['a name that was allowed', allowed, 'POST', { Origin: 'http://portal.lan', Host: 'portal.lan' }, true],
  ['another site there', open, 'POST', { Origin: 'http://evil.example', Host: '192.168.1.5:8080' }, false],
] as const)('%s', (_from, origins, method, headers, expected) => {
  expect(mayChangeThings(new Request('http://127.0.0.1:8080/api/session', { method, headers }), origins)).toBe(expected)
})
