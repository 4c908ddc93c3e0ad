import { describe, expect, it } from 'vitest'
import { formatsFor } from './formats.ts'

const now = '2026-11-28T12:00:00Z'
const inUtc = formatsFor('en', 'UTC')

describe('how long ago', () => {
  it.each([
    ['2026-11-28T11:59:30Z', 'now'],
    ['2026-11-28T11:59:00Z', '1 minute ago'],
    ['2026-11-28T10:01:00Z', '1 hour ago'],
    ['2026-11-27T12:00:00Z', 'yesterday'],
    ['2026-12-02T12:00:00Z', 'in 4 days'],
    ['2026-12-28T11:00:00Z', 'in 30 days'],
    ['2026-12-28T23:59:00Z', 'in 30 days'],
    ['2026-12-29T00:00:00Z', 'Dec 29, 2026'],
    ['2026-10-10T12:00:00Z', 'Oct 10, 2026'],
    ['2028-11-28T12:00:00Z', 'Nov 28, 2028'],
    ['2024-11-28T12:00:00Z', 'Nov 28, 2024'],
  ])('%s is %s', (at, expected) => {
    expect(inUtc.formatRelative(at, now)).toBe(expected)
  })

  it('counts the calendar days of the reader', () => {
    const [evening, night] = ['2026-11-28T13:00:00Z', '2026-11-28T16:00:00Z']
    expect(formatsFor('en', 'Asia/Seoul').formatRelative(night, evening)).toBe('tomorrow')
    expect(formatsFor('en', 'America/Sao_Paulo').formatRelative(night, evening)).toBe('in 3 hours')
    expect(formatsFor('en', 'Asia/Seoul').formatRelative('2026-11-28T15:10:00Z', '2026-11-28T14:50:00Z')).toBe('in 20 minutes')
  })

  it('is said in the language of the app', () => {
    expect(formatsFor('ko', 'UTC').formatRelative('2026-11-25T12:00:00Z', now)).toBe('3일 전')
    expect(formatsFor('zh-Hans', 'UTC').formatRelative('2026-11-27T12:00:00Z', now)).toBe('昨天')
  })

  it('has no distance where the date says it all', () => {
    expect(inUtc.formatDistance('2028-11-28T12:00:00Z', now)).toBeUndefined()
    expect(inUtc.formatDistance('2026-11-29T12:00:00Z', now)).toBe('tomorrow')
  })
})

describe('a day in a line', () => {
  it.each([
    ['2026-12-31T12:00:00Z', 'Dec 31'], ['2027-01-02T12:00:00Z', 'Jan 2, 2027'], ['2025-12-31T12:00:00Z', 'Dec 31, 2025'],
  ])('%s is %s', (at, expected) => expect(inUtc.formatDay(at, now)).toBe(expected))

  it('belongs to the year of the reader', () => {
    expect(formatsFor('en', 'Asia/Seoul').formatDay('2026-12-31T16:00:00Z', now)).toBe('Jan 1, 2027')
  })
})

describe('a deadline', () => {
  const at = '2026-11-28T14:30:00Z'
  it.each([
    ['en', 'Asia/Seoul', /11:30.PM \(Korean Standard Time\)$/],
    ['ko', 'Asia/Seoul', /11:30.* \((대한민국|한국) 표준시\)$/],
    ['ru', 'Europe/Moscow', /17:30 \(Москва/],
    ['pt-BR', 'America/Sao_Paulo', /11:30 \(Horário Padrão de Brasília\)$/],
    ['de', 'Europe/Berlin', /15:30 \(Mitteleuropäische Normalzeit\)$/],
    ['zh-Hans', 'Asia/Shanghai', /22:30 \(中国标准时间\)$/],
  ] as const)('is told by the clock of its reader, which it names, in %s', (locale, zone, expected) => {
    expect(formatsFor(locale, zone).formatDeadline(at)).toMatch(expected)
  })

  it('follows the season', () => {
    expect(formatsFor('de', 'Europe/Berlin').formatDeadline('2026-07-28T14:30:00Z')).toContain('16:30 (Mitteleuropäische Sommerzeit)')
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
