import { describe, expect, it } from 'vitest'
import { directoryRoles } from '../../../domain/gdap/roles/catalogue.ts'
import { locales } from '../../../domain/session/locales.ts'
import { catalogues } from '../words/catalogues.ts'
import { rolesInWords } from './role-words.ts'

/** Microsoft keeps these in English in that language. */
const leftInEnglish: Partial<Record<(typeof locales)[number], string[]>> = { de: ['Insights Business Leader'] }

describe.each(locales)('the roles in %s', (locale) => {
  const named = rolesInWords(locale)

  it('have a name each, and no two the same one', () => {
    const names = directoryRoles.map(({ key }) => catalogues[locale][`roles.name.${key}`])
    expect(names.filter((name) => !name)).toEqual([])
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(names))
    expect(new Set(names).size).toBe(directoryRoles.length)
  })

  it('are named as Microsoft names them in that language, and in English beside', () => {
    const inEnglish = named.filter(({ name, englishName }) => name === englishName).map(({ name }) => name)
    expect(inEnglish).toEqual(locale === 'en' ? named.map(({ englishName }) => englishName) : (leftInEnglish[locale] ?? []))
    const english = new Map(directoryRoles.map(({ id, name }) => [id, name]))
    expect(new Map(named.map(({ id, englishName }) => [id, englishName]))).toEqual(english)
  })
})

it.each([
  ['de', 'Globaler Administrator'], ['ko', '전역 관리자'], ['ru', 'Глобальный администратор'],
  ['pt-BR', 'Administrador Global'], ['zh-Hans', '全局管理员'],
] as const)('says in %s %s', (locale, name) =>
  expect(rolesInWords(locale).find(({ englishName }) => englishName === 'Global Administrator')?.name).toBe(name))
