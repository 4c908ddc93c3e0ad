import { describe, expect, it } from 'vitest'
import { type RoleView, findRoles, roleView } from './role-filter.ts'
import type { Locale } from '../../../../domain/session/locales.ts'

const role = (id: string, name: string, allows: string, isPrivileged = false, englishName = name) =>
  ({ id, name, englishName, allows, isPrivileged })
const task = (roleId: string, words: string) => ({ task: words, roleId, words })

const english = {
  items: [
    role('application', 'Application Administrator', 'Registers apps and resets their passwords.', true),
    role('password', 'Password Administrator', 'Resets passwords of users without admin roles.', true),
    role('reports', 'Reports Reader', 'Reads usage reports.'),
    role('teams', 'Teams Reader', 'Reads settings of Teams.'),
  ],
  tasks: [task('password', 'Reset a password of a user without admin roles')],
}

const found = (view: Partial<RoleView>, locale: Locale = 'en', catalogue = english) =>
  findRoles(catalogue, view, locale).map(({ role: { id } }) => id)

describe('which roles are shown', () => {
  it.each<[string, Partial<RoleView>, string[]]>([
    ['all, without a search', {}, ['application', 'password', 'reports', 'teams']],
    ['privileged ones only', { privileged: 'true' }, ['application', 'password']],
    ['the least role for the task, alone where nothing else can do it', { search: 'reset a password' }, ['password', 'application']],
    ['by a name in any case', { search: 'READER' }, ['reports', 'teams']],
    ['by what it allows', { search: 'usage' }, ['reports']],
    ['by a word with another ending', { search: 'reported usages' }, ['reports']],
    ['none when a word is nowhere', { search: 'reset mailbox' }, []],
  ])('%s', (_what, view, ids) => expect(found(view)).toEqual(ids))

  it('BR-102a says for which task a role is the least one', () => {
    const [first] = findRoles(english, { search: 'reset password' }, 'en')
    expect(first?.tasks.map(({ words }) => words)).toEqual(['Reset a password of a user without admin roles'])
  })

  it('reads words as each language writes them', () => {
    const german = { items: [role('a', 'A', 'Benutzer ändern'), role('b', 'B', 'Alles lesen')], tasks: [] }
    expect(found({ search: 'andern' }, 'de', german)).toEqual(['a'])
    const chinese = { items: [role('a', 'A', ''), role('b', 'B', '')], tasks: [task('b', '重置非管理员用户的密码')] }
    expect(found({ search: '重置密码' }, 'zh-Hans', chinese)).toEqual(['b'])
    const two = [role('a', 'A', ''), role('b', 'B', '')]
    const russian = { items: two, tasks: [task('b', 'Сбросить пароль пользователя')] }
    expect(found({ search: 'сброса пароля' }, 'ru', russian)).toEqual(['b'])
    const korean = { items: two, tasks: [task('b', '관리자가 아닌 사용자의 암호 재설정')] }
    expect(found({ search: '암호 재설정' }, 'ko', korean)).toEqual(['b'])
  })
})

it.each([
  ['Passwortverwaltung in keiner Rolle', []], ['kennwortadministrator', ['password']], ['Password Administrator', ['password']],
  ['globaler', ['all']], ['global administrator', ['all']],
])('by its name in the reader’s language or in English: %s', (search, ids) => {
  const german = {
    items: [
      role('all', 'Globaler Administrator', 'Verwaltet alles.', true, 'Global Administrator'),
      role('password', 'Kennwortadministrator', 'Setzt Kennwörter zurück.', true, 'Password Administrator'),
    ],
    tasks: [],
  }
  expect(found({ search }, 'de', german)).toEqual(ids)
})

it('first the role that was typed, also where the alphabet has a longer name before it', () => {
  const chinese = { items: [role('access', '全局安全访问管理员', ''), role('all', '全局管理员', '')], tasks: [] }
  expect(found({ search: '全局管理员' }, 'zh-Hans', chinese)).toEqual(['all', 'access'])
})

it('the address is the view', () => {
  expect(roleView.read(new URLSearchParams('search=guest&privileged=true'))).toEqual({ search: 'guest', privileged: 'true' })
  expect(roleView.read(new URLSearchParams('privileged=maybe'))).toEqual({})
})
