import { expect, it } from 'vitest'
import { addressOf } from './start-portal.ts'

it.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['portal.contoso.example', 'http://portal.contoso.example:8080'],
  ['::1', 'http://[::1]:8080'],
  ['0.0.0.0', 'http://localhost:8080'],
  ['::', 'http://localhost:8080'],
])('a process that listens on %s is found at %s', (host, address) => {
  expect(addressOf(host, 8080)).toBe(address)
})
