import { expect, it } from 'vitest'
import { matchLocale } from './match-locale.ts'

it.each([
  [['ko-KR', 'en'], 'ko'],
  [['PT-br'], 'pt-BR'],
  [['pt'], 'pt-BR'],
  [['pt-PT', 'en'], 'pt-BR'],
  [['de-AT'], 'de'],
  [['zh'], 'zh-Hans'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-Hans-SG'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hans'],
  [['zh-Hant-HK', 'ko'], 'ko'],
  [['zh-TW', 'zh', 'en'], 'zh-Hans'],
  [['fr', 'ru'], 'ru'],
  [['fr'], undefined],
  [['engage'], undefined],
  [[''], undefined],
  [[], undefined],
] as const)('%j → %s', (wanted, expected) => {
  expect(matchLocale(wanted)).toBe(expected)
})
