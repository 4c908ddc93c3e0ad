import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

it.each([
  ['no proxy', '203.0.113.7', undefined, 0, '203.0.113.7'],
  ['a header that nobody asked for', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['one proxy', '10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
  ['one proxy, forged start', '10.0.0.1', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['two proxies', '10.0.0.2', '198.51.100.1, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  ['fewer entries than proxies', '10.0.0.1', '203.0.113.7', 3, '203.0.113.7'],
  ['a proxy that sent nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['nonsense', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['with a port', '10.0.0.1', '203.0.113.7:4711', 1, '203.0.113.7'],
  ['IPv4 in IPv6', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['IPv6 counts as its network', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['another address of the same network', '2001:0db8:0001:0002::1', undefined, 0, '2001:db8:1:2::/64'],
  ['IPv6 loopback', '::1', undefined, 0, '0:0:0:0::/64'],
  ['a link-local address of a VLAN', 'fe80::1%eth0.5', undefined, 0, 'fe80:0:0:0::/64'],
  ['IPv6 in brackets with a port', '10.0.0.1', '[2001:db8::7]:443', 1, '2001:db8:0:0::/64'],
  ['a socket that is gone', undefined, undefined, 0, 'unknown'],
])('%s', (_case, peer, forwarded, proxies, expected) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(expected)
})
