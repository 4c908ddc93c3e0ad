import { expect, it } from 'vitest'
import { momentsIn } from './moments.ts'

it.each([
  ['en', 'UTC', 'November 28, 2026 at 11:30 AM (UTC)'],
  ['de', 'UTC', '28. November 2026 um 11:30 (UTC)'],
  ['ru', 'UTC', '28 ноября 2026 г. в 11:30 (UTC)'],
  ['ko', 'Pacific/Auckland', '2026년 11월 29일 오전 12:30 (뉴질랜드 하계 표준시)'],
  ['pt-BR', 'America/Los_Angeles', '28 de novembro de 2026 às 03:30 (Horário Padrão do Pacífico)'],
  ['zh-Hans', 'Asia/Shanghai', '2026年11月28日 19:30 (中国标准时间)'],
])('a moment is told by the clock of a zone that is named: %s, %s', (locale, zone, expected) => {
  expect(momentsIn(locale, zone, 'long')(Date.parse('2026-11-28T11:30:00Z')).replaceAll(/\s/g, ' ')).toBe(expected)
})
