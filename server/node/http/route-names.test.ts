import { expect, it } from 'vitest'
import { createRouteNames } from './route-names.ts'

const nameOf = createRouteNames([
  '/api/acceptance/{token}', '/api/acceptance/{token}/accept', '/api/customers', '/api/customers/{id}', '/api/customers/import',
])

it.each([
  ['/api/acceptance/kZ3-secret_token', '/api/acceptance/:token'],
  ['/api/acceptance/kZ3-secret_token/accept', '/api/acceptance/:token/accept'],
  ['/api/acceptance/kZ3-secret_token/nonsense', '/api/(unknown)'],
  ['/api/customers/', '/api/customers'],
  ['/api/customers/import', '/api/customers/import'],
  ['/api/customers/42', '/api/customers/:id'],
  ['/api/wp-login.php', '/api/(unknown)'],
  ['/accept/kZ3-secret_token', '/accept/:token'],
  ['/assets/index-abc123.js', '/assets/:file'],
  ['/healthz', '/healthz'],
  ['/customers/42', '(page)'],
  ['/', '(page)'],
])('%s is %s', (path, name) => {
  expect(nameOf(path)).toBe(name)
})
