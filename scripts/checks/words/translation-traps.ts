import type { Locale } from '../../../domain/session/locales.ts'
import { textsOf } from './catalogue-texts.ts'
import type { SourceFile } from '../files/source-files.ts'

/** Mistranslations of "Advisor" that name another programme. */
const otherProgrammes: Record<Locale, RegExp> = {
  en: /\b(?:administrator|supervisor|helper|assistant)s? program/i,
  ko: /(?:관리자|감독자|도우미|조언자) ?프로그램/,
  ru: /(?:помощник|администратор|супервайзер)[а-яё]* (?:по )?программ|программ[а-яё]* (?:помощник|администратор|супервайзер)/i,
  'pt-BR': /programa (?:de |do )?(?:supervisor|administrador|assistente|auxiliar|consultor)/i,
  de: /(?:administrator|supervisor|helfer|berater|assistent)(?:en)?-?programm/i,
  'zh-Hans': /(?:管理员|主管|助手|顾问|监督员)(?:计划|项目)/,
}

const negations: Record<Locale, RegExp> = {
  en: /\b(?:not|no|never|nothing)\b/i,
  ko: /않|아니|못|없/,
  ru: /(?<![а-яё])(?:не|нет|ничего)(?![а-яё])/i,
  'pt-BR': /\b(?:não|nem|nenhuma?|nada)\b/i,
  de: /\b(?:nicht|nichts|weder|kein(?:e[mnrs]?)?)\b/i,
  'zh-Hans': /不|没有|未|无/,
}

/** The sentences of statements 25 to 28, about what a further partner does not change. */
const negated = [
  'rule.BR-17',
  'rule.BR-18',
  'rule.BR-19',
  'rule.BR-20',
  'mails.invitation.unchanged',
  'acceptance.unchanged.subscriptions',
  'acceptance.unchanged.ownership',
  'acceptance.unchanged.terms',
  'acceptance.unchanged.partner_of_record',
]

/**
 * Guards against the machine-translated pages' two mistakes: Advisor stays Advisor in every language, and the sentences of statements 25 to
 * 28 keep their "not".
 */
export function translationTraps(files: readonly SourceFile[]): string[] {
  const texts = files.flatMap(textsOf)
  const english = new Map(texts.filter(({ locale }) => locale === 'en').map(({ id, text }) => [id, text]))
  return [
    ...texts
      .filter(({ locale, text }) => otherProgrammes[locale].test(text))
      .map(({ path, id }) => `${path}: ${id} makes another programme of Advisor.`),
    ...texts
      .filter(({ id, text }) => /\bAdvisor\b/.test(english.get(id) ?? '') && !text.includes('Advisor'))
      .map(({ path, id }) => `${path}: ${id} translates Advisor, which stays as it is.`),
    ...texts
      .filter(({ id, locale, text }) => negated.includes(id) && !negations[locale].test(text))
      .map(({ path, id }) => `${path}: ${id} has lost its "not".`),
    ...negated.filter((id) => !english.has(id)).map((id) => `No catalogue has ${id}, which must say "not".`),
  ]
}
