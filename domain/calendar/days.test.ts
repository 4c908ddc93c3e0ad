import { expect, it } from 'vitest'
import { calendarOf, isZone } from './days.ts'

it.each([
  ['an hour over midnight is a day', 'UTC', '2026-11-28T23:30:00Z', '2026-11-29T00:30:00Z', 1],
  ['23 hours of one day are none', 'UTC', '2026-11-28T00:30:00Z', '2026-11-28T23:30:00Z', 0],
  ['30 days less an hour', 'UTC', '2026-11-28T13:00:00Z', '2026-12-28T12:00:00Z', 30],
  ['the same two moments in Seoul', 'Asia/Seoul', '2026-11-28T13:00:00Z', '2026-11-28T16:00:00Z', 1],
  ['and in São Paulo', 'America/Sao_Paulo', '2026-11-28T13:00:00Z', '2026-11-28T16:00:00Z', 0],
  ['a day of 25 hours', 'Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z', 0],
  ['back over a year', 'UTC', '2027-01-01T00:00:00Z', '2026-12-31T23:59:59Z', -1],
] as const)('%s', (_name, zone, from, to, days) => {
  expect(calendarOf(zone).daysBetween(Date.parse(from), Date.parse(to))).toBe(days)
})

it.each([
  ['today', 'UTC', 0, '2026-11-29T00:00:00.000Z'],
  ['today in Seoul, where it is tomorrow', 'Asia/Seoul', 0, '2026-11-29T15:00:00.000Z'],
  ['today in Honolulu', 'Pacific/Honolulu', 0, '2026-11-29T10:00:00.000Z'],
  ['the 30th day', 'Europe/Berlin', 30, '2026-12-28T23:00:00.000Z'],
  ['a day that ends in summer time', 'Europe/Berlin', 150, '2027-04-27T22:00:00.000Z'],
  ['half an hour beside the full one', 'Asia/Kolkata', 0, '2026-11-29T18:30:00.000Z'],
] as const)('the end of %s', (_name, zone, days, end) => {
  expect(calendarOf(zone).endOfDay('2026-11-28T20:00:00.000Z', days)).toBe(end)
})

it.each([
  ['in UTC', 'UTC', '2026-11-28', 0, '2026-11-28T00:00:00.000Z'],
  ['in Auckland, where it begins the day before', 'Pacific/Auckland', '2026-11-28', 0, '2026-11-27T11:00:00.000Z'],
  ['in Los Angeles', 'America/Los_Angeles', '2026-11-28', 0, '2026-11-28T08:00:00.000Z'],
  ['the day after the last of summer time', 'America/Los_Angeles', '2026-10-31', 1, '2026-11-01T07:00:00.000Z'],
  ['a day without midnight', 'America/Santiago', '2026-09-06', 0, '2026-09-06T04:00:00.000Z'],
] as const)('a day begins %s, and its first moment is of it', (_name, zone, day, after, start) => {
  const { startOf, dayAt, daysBetween } = calendarOf(zone)
  expect(startOf(day, after)).toBe(start)
  expect(startOf(dayAt(Date.parse(start)))).toBe(start)
  expect(daysBetween(Date.parse(start) - 1, Date.parse(start))).toBe(1)
})

it.each([['Asia/Seoul', true], ['UTC', true], ['Mars/Olympus', false], ['', false], ['a'.repeat(5_000), false]] as const)(
  '%s is a zone: %s', (name, expected) => expect(isZone(name)).toBe(expected))
