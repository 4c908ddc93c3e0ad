import { describe, expect, it } from 'vitest'
import { auditWindow, canReadWindow } from './window.ts'

const now = new Date('2026-03-31T12:00:00.000Z')
const verdictOf = (asked: Parameters<typeof auditWindow>[0], zone: string) => {
  const verdict = canReadWindow(auditWindow(asked, now, zone), now, zone)
  return verdict.allowed ? 'allowed' : verdict.code
}

describe('BR-108: what a query of the log may ask for', () => {
  it.each([
    ['nothing said', {}, 'UTC', 'allowed'],
    ['thirty days', { from: '2026-03-02', to: '2026-03-31' }, 'UTC', 'allowed'],
    ['thirty-one days', { from: '2026-03-01', to: '2026-03-31' }, 'UTC', 'audit.window_too_long'],
    ['thirty days with the night of the change of clocks', { from: '2026-03-02', to: '2026-03-31' }, 'Europe/Berlin', 'allowed'],
    ['sixty days until now', { from: '2026-01-31' }, 'UTC', 'audit.window_too_long'],
    ['a day ninety days ago', { from: '2025-12-31', to: '2026-01-20' }, 'UTC', 'allowed'],
    ['a day ninety-one days ago', { from: '2025-12-30', to: '2026-01-20' }, 'UTC', 'audit.too_long_ago'],
    ['a moment ninety-one days ago', { from: '2025-12-30T12:00:00Z', to: '2026-01-20T00:00:00Z' }, 'UTC', 'audit.too_long_ago'],
    ['an end alone, long ago', { to: '2026-01-01' }, 'UTC', 'audit.too_long_ago'],
    ['a day that is still in the past month elsewhere', { from: '2025-12-31', to: '2026-01-20' }, 'Asia/Seoul', 'allowed'],
    ['one moment', { from: '2026-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }, 'UTC', 'audit.window_backwards'],
    ['an end before the beginning', { from: '2026-03-10', to: '2026-03-08' }, 'UTC', 'audit.window_backwards'],
    ['one day', { from: '2026-03-10', to: '2026-03-10' }, 'UTC', 'allowed'],
  ] as const)('%s → %s', (_name, asked, zone, expected) => {
    expect(verdictOf(asked, zone)).toBe(expected)
  })

  it('a day is the reader’s, from its beginning to its end', () => {
    expect(auditWindow({ from: '2026-03-10', to: '2026-03-10' }, now, 'Asia/Seoul')).toEqual({
      from: '2026-03-09T15:00:00.000Z', before: '2026-03-10T15:00:00.000Z',
    })
  })

  it('without anything said it is the last 30 days, this moment included', () => {
    expect(auditWindow({}, now, 'UTC')).toEqual({ from: '2026-03-01T12:00:00.000Z', before: '2026-03-31T12:00:00.001Z' })
  })
})
