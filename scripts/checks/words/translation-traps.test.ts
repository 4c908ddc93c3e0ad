import { expect, test } from 'vitest'
import { sourceFiles } from '../files/source-files.ts'
import { translationTraps } from './translation-traps.ts'

const real = sourceFiles().filter(({ path }) => path.startsWith('locales/'))

/** The product's catalogues with one text replaced. */
const saying = (path: string, id: string, words: string) =>
  real.map((file) =>
    file.path === path ? { path, text: JSON.stringify({ ...(JSON.parse(file.text) as Record<string, string>), [id]: words }) } : file,
  )

test('the product falls into none', () => {
  expect(translationTraps(real)).toEqual([])
})

test.each([
  ['ko', '관리자 프로그램에서 구매한 경우에도 적용됩니다 (Advisor)'],
  ['pt-BR', 'Comprado no programa de Supervisor (Advisor)'],
  ['ru', 'Куплено, когда вы были помощником по программе (Advisor)'],
  ['de', 'Gekauft im Beraterprogramm (Advisor)'],
  ['zh-Hans', '在管理员计划中购买 (Advisor)'],
  ['en', 'Bought in the Supervisor program (Advisor)'],
])('Advisor as another programme is found in %s', (locale, words) => {
  const path = `locales/${locale}/rule-statements.json`
  expect(translationTraps(saying(path, 'rule.BR-02', words))).toEqual([`${path}: rule.BR-02 makes another programme of Advisor.`])
})

test('Advisor that was translated at all is found', () => {
  const path = 'locales/de/subscriptions.json'
  expect(translationTraps(saying(path, 'subscriptions.channel.advisor', 'Berater'))).toEqual([
    `${path}: subscriptions.channel.advisor translates Advisor, which stays as it is.`,
  ])
})

test.each([
  ['ko', '기존 구독이 변경됩니다.'],
  ['ru', 'Существующие подписки меняются.'],
  ['pt-BR', 'As assinaturas existentes mudam.'],
  ['de', 'Bestehende Abonnements ändern sich.'],
  ['zh-Hans', '现有订阅会改变。'],
  ['en', 'Existing subscriptions change.'],
])('a lost "not" is found in %s', (locale, words) => {
  for (const [noun, id] of [
    ['rule-statements', 'rule.BR-17'],
    ['acceptance', 'acceptance.unchanged.terms'],
  ] as const) {
    const path = `locales/${locale}/${noun}.json`
    expect(translationTraps(saying(path, id, words))).toEqual([`${path}: ${id} has lost its "not".`])
  }
})

test('a sentence that is no longer there is missed', () => {
  const without = real.filter(({ path }) => !path.endsWith('/mails.json'))
  expect(translationTraps(without)).toEqual(['No catalogue has mails.invitation.unchanged, which must say "not".'])
})
