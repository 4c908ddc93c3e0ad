import { expect, it } from 'vitest'
import { likelyLocale } from './likely-locale.ts'

it.each([
  ['KR', 'ko'], ['BR', 'pt-BR'], ['PT', 'pt-BR'], ['DE', 'de'], ['AT', 'de'], ['CN', 'zh-Hans'],
  ['RU', 'ru'], ['US', 'en'], ['FR', undefined],
] as const)('most people of %s read %s', (country, expected) => expect(likelyLocale(country)).toBe(expected))
