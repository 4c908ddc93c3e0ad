import { expect, it } from 'vitest'
import { createHostCheck } from './own-hosts.ts'

const machine = { name: 'Node-7', addresses: () => ['127.0.0.1', '10.0.0.7', 'fe80::1%eth0', '2001:db8::7'] }
const own = { port: 8080, publicUrlGiven: false, allowedHosts: [] }
const loopback = { ...own, publicUrl: 'http://127.0.0.1:8080', host: '127.0.0.1' }
const open = { ...own, publicUrl: 'http://localhost:8080', host: '0.0.0.0' }
const published = { ...own, publicUrl: 'https://portal.contoso.example', host: '0.0.0.0', publicUrlGiven: true }
const named = { ...open, allowedHosts: ['portal.lan', '192.168.1.5'] }

it.each([
  ['the loopback address', loopback, '127.0.0.1:8080', true],
  ['another loopback address', loopback, '127.0.0.53', true],
  ['localhost on any port', loopback, 'localhost:9', true],
  ['IPv6 loopback', loopback, '[::1]:8080', true],
  ['the same in another way of writing', loopback, '[0:0:0:0:0:0:0:1]', true],
  ['a full name', loopback, 'localhost.', true],
  ['a name made to point to the loopback address', loopback, 'evil.example:8080', false],
  ['a name that looks like the loopback address', loopback, '127.0.0.1.evil.example', false],
  ['this machine’s name, which does not lead to the loopback address', loopback, 'node-7', false],
  ['an address of the machine', open, '10.0.0.7:8080', true],
  ['an IPv6 address of the machine', open, '[2001:db8::7]:8080', true],
  ['the machine’s name', open, 'NODE-7:8080', true],
  ['localhost on an open port', open, 'localhost:8080', true],
  ['another address', open, '10.0.0.8:8080', false],
  ['a name made to point to the machine', open, 'evil.example:8080', false],
  ['a name that was allowed', named, 'portal.LAN:8080', true],
  ['an address that was allowed', named, '192.168.1.5:8080', true],
  ['a name below one that was allowed', named, 'evil.portal.lan', false],
  ['the public name', published, 'portal.contoso.example', true],
  ['localhost beside a public name', published, 'localhost:8080', true],
  ['the address beside a public name', published, '10.0.0.7:8080', false],
  ['the machine’s name beside a public name', published, 'node-7', false],
  ['another name beside a public name', published, 'evil.example', false],
])('%s', (_what, address, host, expected) => {
  expect(createHostCheck(address, machine)(`http://${host}/api/session`)).toBe(expected)
})

it('follows the machine when its addresses change', () => {
  let addresses = ['10.0.0.7']
  const isOwn = createHostCheck(open, { name: 'node-7', addresses: () => addresses })
  expect(isOwn('http://10.0.0.9')).toBe(false)
  addresses = ['10.0.0.9']
  expect([isOwn('http://10.0.0.9'), isOwn('http://10.0.0.7')]).toEqual([true, false])
})
