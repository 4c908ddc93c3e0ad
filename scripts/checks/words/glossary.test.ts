import { expect, test } from 'vitest'
import type { Locale } from '../../../domain/session/locales.ts'
import { glossaryProblems } from './glossary.ts'
import { sourceFiles } from '../files/source-files.ts'

const real = sourceFiles().filter(({ path }) => /^(?:locales|docs\/glossary)\//.test(path))

/** The product's catalogues with one text replaced. */
const saying = (path: string, id: string, words: string) =>
  real.map((file) =>
    file.path === path ? { path, text: JSON.stringify({ ...(JSON.parse(file.text) as Record<string, string>), [id]: words }) } : file,
  )

/** What is wrong with the catalogues of a language when one sentence is said otherwise. */
const problemsOf = (locale: string, noun: string, id: string, words: string) =>
  glossaryProblems(saying(`locales/${locale}/${noun}.json`, id, words), [...new Set(['en', locale])] as Locale[])

const rewritten = (path: string, from: string, to: string) =>
  real.map((file) => (file.path === path ? { path, text: file.text.replace(from, to) } : file))

test.each([
  ['en', 'home', 'home.tile.mine', 'Waiting for the organisation', 'organisation', 'organization', 'organization'],
  ['ko', 'approval', 'approval.waiting.lapses', '{date}에 소멸', '소멸', 'to expire', '만료'],
  ['ru', 'approval', 'approval.waiting.lapses', 'Сгорит {date}', 'Сгорит', 'to expire', 'истекает'],
  ['pt-BR', 'approval', 'approval.waiting.lapses', 'Caduca em {date}', 'Caduca', 'to expire', 'expira'],
  ['de', 'acceptance', 'acceptance.unchanged.ownership', 'Das Eigentum geht nicht auf {inviter} über.', 'Eigentum',
    'owner of a relationship or an account', 'Inhaber'],
  ['zh-Hans', 'delegated-admin', 'delegated-admin.renew', '以新请求续订', '续订', 'to renew (by a new request)', '续期'],
  ['ru', 'mails', 'mails.reminder.subject', 'Компания {inviter} просит стать вашим посредником', 'просит стать', 'To ask to become',
    'хочет стать'],
])('%s: a forbidden word in %s is named with the word that should stand there', (locale, noun, id, words, found, notion, term) => {
  const path = `locales/${locale}/${noun}.json`
  expect(problemsOf(locale, noun, id, words)).toEqual([`${path}: ${id} says "${found}"; ${notion} is "${term}".`])
})

test.each([
  ['ko', '{inviter}은(는) 파트너입니다', '은(는)'],
  ['ko', '{inviter}는 파트너입니다', '{inviter}는'],
  ['ko', '“{inviter}”을 확인하세요', '{inviter}”을'],
  ['ru', 'Партнер {inviter} пригласил вас', '{inviter} пригласил'],
  ['pt-BR', 'O convite da {inviter}', 'da {inviter}'],
  ['pt-BR', '{inviter} não é avisado', '{inviter} não é avisado'],
  ['pt-BR', 'Envie você mesmo', 'você mesmo'],
  ['pt-BR', 'Pedidos', 'Pedidos'],
  ['pt-BR', 'Tente de novo, a ID está errada', 'Tente de novo'],
  ['de', 'Microsoft-Clouddienste von {inviter}', 'von {inviter}'],
  ['de', 'Die Vertriebspartnerschaft mit {inviter} entfernen', 'Vertriebspartnerschaft mit {inviter} entfernen'],
  ['de', 'der Partner, dem die Beziehung gehört', 'dem die Beziehung gehört'],
  ['de', 'Sie gilt dem ersten Mandanten', 'gilt dem '],
  ['de', 'Anfrage für differenzierte Rechte', 'Anfrage für differenzierte'],
])('%s: what is wrong beside some names is found in "%s"', (locale, words, found) => {
  expect(problemsOf(locale, 'acceptance', 'acceptance.page_title', words).join('\n')).toContain(`acceptance.page_title says "${found}"; `)
})

test.each([
  ['ko', '귀사에 그런 확인서이 없습니다', '확인서이'],
  ['ko', '21Vianet는 관계를 확인합니다', '21Vianet는'],
  ['ko', "확인서는 '확인서'에 있습니다", "'"],
  ['ko', '‘{name}’ 이름은 없습니다', '‘'],
  ['ko', '{inviter} (공급자)', '} ('],
  ['ko', '귀하의 조직에는 파트너가 있습니다', '귀하의 조직'],
  ['ko', '전역 관리자 제거', '전역 관리자 제거'],
  ['ko', '요청은 저절로 만료됩니다', '저절로'],
  ['ko', '고객의 응답을 기다립니다', '고객의 응답'],
  ['ko', '국가 또는 지역', '국가 또는 지역'],
  ['ko', '그룹을 고르세요', '고르세요'],
  ['zh-Hans', '{inviter}的邀请', '{inviter}的'],
  ['zh-Hans', '由Microsoft 确认', '由M'],
  ['zh-Hans', '中国(世纪互联)', '(世纪互联)'],
  ['zh-Hans', '在 {date}（UTC）之前', '（UTC）'],
  ['zh-Hans', '名称,域', '称,'],
  ['zh-Hans', '您的组织已接受', '您的组织'],
  ['zh-Hans', '删除与 {inviter} 的合作关系', '删除与 {} 的合作关系'],
  ['zh-Hans', '包含全局管理员的关系', '包含全局管理员'],
  ['zh-Hans', '不会自动续期', '自动续期'],
  ['zh-Hans', '以新请求续期', '以新请求续期'],
  ['zh-Hans', '将彻底结束', '彻底结束'],
])('%s: what no sentence should say is found in "%s"', (locale, words, found) => {
  expect(problemsOf(locale, 'acceptance', 'acceptance.page_title', words).join('\n')).toContain(`acceptance.page_title says "${found}"; `)
})

test.each([
  ['ko', '{inviter}에서 보낸 초대: {inviter} 파트너가, {date}은'],
  ['ru', 'Компания {inviter} пригласила вас'],
  ['pt-BR', 'O convite de {inviter}'],
  ['pt-BR', 'Os pedidos para o cliente, {inviter} não recebe aviso'],
  ['de', 'Einladung von {inviter}, im Mailprogramm'],
  ['de', 'Die Vertriebspartnerschaft mit {inviter} beenden; sie gilt für diesen Mandanten'],
  ['zh-Hans', '{inviter} 的链接失效'],
])('%s: the same words in their right sense pass: "%s"', (locale, words) => {
  expect(problemsOf(locale, 'acceptance', 'acceptance.page_title', words)).toEqual([])
})

test.each([
  ['ko', '담당자'],
  ['ru', 'Администратор'],
  ['pt-BR', 'Administrador'],
  ['de', 'Administrator'],
  ['zh-Hans', '管理员'],
])('%s: a role of Microsoft that is called otherwise is found', (locale, words) => {
  const path = `locales/${locale}/ui.json`
  expect(problemsOf(locale, 'ui', 'ui.role.global_admin', words)).toEqual([
    expect.stringMatching(`^${path}: ui.role.global_admin does not write Global admin as "`),
  ])
})

test('the words of a message count, the names of its arguments do not', () => {
  expect(problemsOf('de', 'acceptance', 'acceptance.page_title', '{reseller}')).toEqual([])
})

const german = 'docs/glossary/de.md'

test('a glossary that is missing is named', () => {
  expect(glossaryProblems(real.filter(({ path }) => path !== german))).toContain(`${german} is missing or has no table.`)
})

test.each([
  ['| receipt |', '| voucher |', [`${german} lacks Notions: receipt.`, `${german} has Notions: voucher, which English has not.`]],
  ['| Conversion |', '| Umwandlungsquote |',
    [`${german}: no catalogue says "Umwandlungsquote" for conversion (invitations to answers).`]],
  ['`wie weit sie kommen`', '`conversion`',
    [expect.stringContaining('says "Conversion"'),
      `${german}: conversion (invitations to answers) forbids the glossary's own "Conversion".`]],
])('a glossary with %s made into %s is at odds with the others, the catalogues or itself', (from, to, problems) => {
  expect(glossaryProblems(rewritten(german, from, to)).toSorted()).toEqual(expect.arrayContaining(problems))
})
