import { describe, expect, it } from 'vitest'
import { safeReturnTo } from './return-to.ts'

describe('where a person goes after signing in', () => {
  it.each([
    ['a page', '/customers', '/customers'],
    ['a page with its view', '/customers?search=a%20b&sort=-lastEventAt#row', '/customers?search=a%20b&sort=-lastEventAt#row'],
    ['an invitation', '/accept/abc_-123', '/accept/abc_-123'],
    ['nothing', null, '/'],
    ['an empty text', '', '/'],
    ['another host', 'https://evil.example/', '/'],
    ['another host without a scheme', '//evil.example/path', '/'],
    ['a backslash that browsers read as a slash', '/\\evil.example', '/'],
    ['a tab that browsers drop', '/\t/evil.example', '/'],
    ['dots that dissolve into another host', '/.//evil.example', '/'],
    ['dots that climb into another host', '/a/..//evil.example', '/'],
    ['dots that are escaped', '/a/%2e%2E/b', '/'],
    ['dots at the end', '/a/..', '/'],
    ['a line that is broken', '/a\nSet-Cookie: b', '/'],
    ['dots in a name', '/customers/a.b..c', '/customers/a.b..c'],
    ['a script', 'javascript:alert(1)', '/'],
    ['a path without its slash', 'customers', '/'],
    ['the sign-in page itself', '/sign-in?returnTo=/sign-in', '/'],
  ])('%s', (_name, wanted, expected) => {
    expect(safeReturnTo(wanted)).toBe(expected)
  })
})
