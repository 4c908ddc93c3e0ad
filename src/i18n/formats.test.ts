import { describe, expect, it } from 'vitest'
import { formatsFor } from './formats.ts'

const now = '2026-05-20T12:00:00Z'

describe('how long ago', () => {
  it.each([
    ['2026-05-20T11:59:30Z', 'now'],
    ['2026-05-20T11:59:00Z', '1 minute ago'],
    ['2026-05-20T10:01:00Z', '1 hour ago'],
    ['2026-05-19T12:00:00Z', 'yesterday'],
    ['2026-05-24T12:00:00Z', 'in 4 days'],
    ['2026-04-10T12:00:00Z', 'last month'],
    ['2024-05-20T12:00:00Z', '2 years ago'],
  ])('%s is %s', (at, expected) => {
    expect(formatsFor('en').formatRelative(at, now)).toBe(expected)
  })

  it('is said in the language of the app', () => {
    expect(formatsFor('ko').formatRelative('2026-05-17T12:00:00Z', now)).toBe('3일 전')
    expect(formatsFor('zh-Hans').formatRelative('2026-05-19T12:00:00Z', now)).toBe('昨天')
  })
})

describe('numbers, lists and countries', () => {
  it('group digits as the language does', () => {
    expect(formatsFor('en').formatNumber(12345)).toBe('12,345')
    expect(formatsFor('de').formatNumber(12345)).toBe('12.345')
  })
  it('join as the language does', () => {
    expect(formatsFor('de').formatList(['A', 'B', 'C'])).toBe('A, B und C')
  })
  it('name a country', () => {
    expect(formatsFor('pt-BR').formatCountry('DE')).toBe('Alemanha')
  })
})
