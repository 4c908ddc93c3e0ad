import enHome from '../../../locales/en/home.json' with { type: 'json' }
import enMails from '../../../locales/en/mails.json' with { type: 'json' }
import enProblems from '../../../locales/en/problems.json' with { type: 'json' }
import enRefusals from '../../../locales/en/refusals.json' with { type: 'json' }
import enRoles from '../../../locales/en/roles.json' with { type: 'json' }
import enRules from '../../../locales/en/rule-statements.json' with { type: 'json' }
import koHome from '../../../locales/ko/home.json' with { type: 'json' }
import koMails from '../../../locales/ko/mails.json' with { type: 'json' }
import koProblems from '../../../locales/ko/problems.json' with { type: 'json' }
import koRefusals from '../../../locales/ko/refusals.json' with { type: 'json' }
import koRoles from '../../../locales/ko/roles.json' with { type: 'json' }
import koRules from '../../../locales/ko/rule-statements.json' with { type: 'json' }
import ruHome from '../../../locales/ru/home.json' with { type: 'json' }
import ruMails from '../../../locales/ru/mails.json' with { type: 'json' }
import ruProblems from '../../../locales/ru/problems.json' with { type: 'json' }
import ruRefusals from '../../../locales/ru/refusals.json' with { type: 'json' }
import ruRoles from '../../../locales/ru/roles.json' with { type: 'json' }
import ruRules from '../../../locales/ru/rule-statements.json' with { type: 'json' }
import ptBrHome from '../../../locales/pt-BR/home.json' with { type: 'json' }
import ptBrMails from '../../../locales/pt-BR/mails.json' with { type: 'json' }
import ptBrProblems from '../../../locales/pt-BR/problems.json' with { type: 'json' }
import ptBrRefusals from '../../../locales/pt-BR/refusals.json' with { type: 'json' }
import ptBrRoles from '../../../locales/pt-BR/roles.json' with { type: 'json' }
import ptBrRules from '../../../locales/pt-BR/rule-statements.json' with { type: 'json' }
import deHome from '../../../locales/de/home.json' with { type: 'json' }
import deMails from '../../../locales/de/mails.json' with { type: 'json' }
import deProblems from '../../../locales/de/problems.json' with { type: 'json' }
import deRefusals from '../../../locales/de/refusals.json' with { type: 'json' }
import deRoles from '../../../locales/de/roles.json' with { type: 'json' }
import deRules from '../../../locales/de/rule-statements.json' with { type: 'json' }
import zhHansHome from '../../../locales/zh-Hans/home.json' with { type: 'json' }
import zhHansMails from '../../../locales/zh-Hans/mails.json' with { type: 'json' }
import zhHansProblems from '../../../locales/zh-Hans/problems.json' with { type: 'json' }
import zhHansRefusals from '../../../locales/zh-Hans/refusals.json' with { type: 'json' }
import zhHansRoles from '../../../locales/zh-Hans/roles.json' with { type: 'json' }
import zhHansRules from '../../../locales/zh-Hans/rule-statements.json' with { type: 'json' }
import type { Locale } from '../../../domain/session/locales.ts'

/** The API's messages, by language and id. */
export const catalogues: Record<Locale, Record<string, string>> = {
  en: { ...enHome, ...enMails, ...enProblems, ...enRefusals, ...enRoles, ...enRules },
  ko: { ...koHome, ...koMails, ...koProblems, ...koRefusals, ...koRoles, ...koRules },
  ru: { ...ruHome, ...ruMails, ...ruProblems, ...ruRefusals, ...ruRoles, ...ruRules },
  'pt-BR': { ...ptBrHome, ...ptBrMails, ...ptBrProblems, ...ptBrRefusals, ...ptBrRoles, ...ptBrRules },
  de: { ...deHome, ...deMails, ...deProblems, ...deRefusals, ...deRoles, ...deRules },
  'zh-Hans': { ...zhHansHome, ...zhHansMails, ...zhHansProblems, ...zhHansRefusals, ...zhHansRoles, ...zhHansRules },
}
