import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const said = (locale: string) => JSON.parse(
  readFileSync(new URL(`../../../../locales/${locale}/acceptance.json`, import.meta.url), 'utf8'),
) as Record<string, string>

/** With rights granted before, "no admin rights" is true of the invitation alone, which each sentence names. */
test.each([
  ['en', /this invitation/],
  ['ko', /이 초대/],
  ['ru', /(?:этому|это) приглашени[юе]/],
  ['pt-BR', /este convite/],
  ['de', /diese Einladung/],
  ['zh-Hans', /此邀请/],
])('no right that stands already is denied in %s', (locale, invitation) => {
  const words = said(locale)
  for (const id of ['no_admin', 'through', 'through.dap']) expect(words[`acceptance.grants.${id}`]).toMatch(invitation)
})
