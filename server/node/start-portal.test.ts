import { expect, it } from 'vitest'
import { addressOf, linksOpenHereOnly } from './start-portal.ts'

it.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['portal.contoso.example', 'http://portal.contoso.example:8080'],
  ['::1', 'http://[::1]:8080'],
  ['0.0.0.0', 'http://localhost:8080'],
  ['::', 'http://localhost:8080'],
])('a process that listens on %s is found at %s', (host, address) => {
  expect(addressOf(host, 8080)).toBe(address)
})

it.each([
  ['0.0.0.0', undefined, 'http://localhost:8080'],
  ['::', undefined, 'http://localhost:8080'],
])('a process that listens on %s says that others cannot open its links', (host, publicUrl, begins) => {
  expect(linksOpenHereOnly({ host, publicUrl }, begins)).toMatch(/begin with http:\/\/localhost:8080, .*PUBLIC_URL/)
})

it.each([
  ['127.0.0.1', undefined, 'http://127.0.0.1:8080'],
  ['192.0.2.2', undefined, 'http://192.0.2.2:8080'],
  ['0.0.0.0', 'https://portal.contoso.example', 'https://portal.contoso.example'],
  ['0.0.0.0', 'http://localhost:8080', 'http://localhost:8080'],
])('one that listens on %s with PUBLIC_URL %s says nothing of them', (host, publicUrl, begins) => {
  expect(linksOpenHereOnly({ host, publicUrl }, begins)).toBeUndefined()
})
