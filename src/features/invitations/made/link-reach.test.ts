import { expect, it } from 'vitest'
import { hereOnly } from './link-reach.ts'

it.each([
  ['http://localhost:8080/accept/token', '192.0.2.2', 'http://localhost:8080'],
  ['http://127.0.0.1:8080/accept/token', 'portal.contoso.example', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080/accept/token', '192.0.2.2', 'http://[::1]:8080'],
  ['http://localhost:8080/accept/token', 'localhost', undefined],
  ['http://localhost:8080/accept/token', '127.0.0.1', undefined],
  ['http://192.0.2.2:8080/accept/token', '192.0.2.2', undefined],
  ['https://portal.contoso.example/accept/token', '192.0.2.2', undefined],
  ['https://localhost.contoso.example/accept/token', '192.0.2.2', undefined],
  ['no link', '192.0.2.2', undefined],
])('%s, read at %s', (link, readerCameBy, expected) => {
  expect(hereOnly(link, readerCameBy)).toBe(expected)
})
