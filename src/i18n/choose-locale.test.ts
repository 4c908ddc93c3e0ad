import { describe, expect, it } from 'vitest'
import { chooseLocale } from './choose-locale.ts'

describe('the language of the app', () => {
  it.each([
    ['one’s own choice before everything', 'de', 'ko', ['ru'], 'de'],
    ['what the account speaks before the browser', null, 'ko', ['ru'], 'ko'],
    ['the browser’s when nobody said anything', null, undefined, ['ru'], 'ru'],
    ['the first that we speak of the browser’s', null, undefined, ['ja', 'fr-CH', 'de-AT', 'ko'], 'de'],
    ['a region we have not is its language', null, undefined, ['pt-PT'], 'pt-BR'],
    ['Chinese by any name', null, undefined, ['zh-CN'], 'zh-Hans'],
    ['letter case does not matter', null, undefined, ['PT-br'], 'pt-BR'],
    ['a stored choice that is no language of ours is as none', 'xx', undefined, ['ko-KR'], 'ko'],
    ['English when we speak none of them', null, undefined, ['ja', 'fr'], 'en'],
    ['English when the browser says nothing', null, undefined, [], 'en'],
  ] as const)('%s', (_name, chosen, suggested, browser, expected) => {
    expect(chooseLocale(chosen, suggested, browser)).toBe(expected)
  })
})
