import { expect, test } from 'vitest'
import { locales } from '../../../domain/session/locales.ts'
import { catalogueProblems } from './catalogues.ts'

const inEveryLanguage = (texts: Record<string, string>, noun = 'home') =>
  locales.map((locale) => ({ path: `locales/${locale}/${noun}.json`, text: JSON.stringify(texts, null, 2) }))

const withOne = (path: string, texts: Record<string, string>, original: Record<string, string>) =>
  inEveryLanguage(original).map((file) => (file.path === path ? { path, text: JSON.stringify(texts, null, 2) } : file))

test('the same ids with the same arguments in every language pass', () => {
  expect(catalogueProblems(inEveryLanguage({ 'home.title': 'Home of {name}', 'home.link': '<0>All</0>' }))).toEqual([])
})

test('a language without the file is named', () => {
  expect(catalogueProblems(inEveryLanguage({ 'home.title': 'Home' }).slice(0, 5))).toEqual(['locales/zh-Hans/home.json is missing.'])
})

test('an id that one language lacks, and one that only it has', () => {
  expect(catalogueProblems(withOne('locales/ko/home.json', { 'home.titel': 'Home' }, { 'home.title': 'Home' }))).toEqual([
    'locales/ko/home.json lacks home.title.',
    'locales/ko/home.json has home.titel, which English has not.',
  ])
})

test('a text that is empty, not ICU, or takes other arguments or tags', () => {
  const original = { 'home.a': 'a', 'home.b': 'b', 'home.c': '{name}', 'home.d': '<0>d</0>' }
  const problems = catalogueProblems(
    withOne('locales/de/home.json', { 'home.a': ' ', 'home.b': '{b', 'home.c': '{nam}', 'home.d': 'd' }, original),
  )
  expect(problems).toEqual([
    'locales/de/home.json: home.a is empty.',
    expect.stringContaining('home.b is not an ICU message'),
    'locales/de/home.json: home.c takes "{nam}", the English one "{name}".',
    'locales/de/home.json: home.d takes "", the English one "</0> <0>".',
  ])
})

test('Russian needs its few and many', () => {
  const english = { 'home.count': '{n, plural, one {# row} other {# rows}}' }
  const same = withOne('locales/ru/home.json', { 'home.count': '{n, plural, one {# a} few {# b} many {# c} other {# d}}' }, english)
  expect(catalogueProblems(same)).toEqual([])
  expect(catalogueProblems(inEveryLanguage(english))).toEqual([
    'locales/ru/home.json: home.count has no plural form "many" for {n}.',
    'locales/ru/home.json: home.count has no plural form "few" for {n}.',
  ])
})

test('an argument inside a plural counts', () => {
  const english = { 'home.count': '{n, plural, other {# of {all}}}' }
  const problems = catalogueProblems(withOne('locales/ko/home.json', { 'home.count': '{n}' }, english))
  expect(problems).toContain('locales/ko/home.json: home.count takes "{n}", the English one "{all} {n}".')
})

test('an id written twice, a second beginning in a file and a beginning in two files', () => {
  const twice = inEveryLanguage({}).map(({ path }) => ({ path, text: '{\n  "home.a": "a",\n  "home.a": "b",\n  "other.b": "c"\n}' }))
  const problems = catalogueProblems([...twice, ...inEveryLanguage({ 'other.c': 'c' }, 'other')])
  expect(problems).toContain('locales/en/home.json says home.a twice.')
  expect(problems).toContain('locales/en/home.json: its ids begin with home and other; one file has one beginning.')
  expect(problems).toContain("locales/en/other.json: another file's ids begin with other, too.")
})
