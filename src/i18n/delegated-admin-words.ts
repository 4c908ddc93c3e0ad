import type { Catalogues } from './use-words.ts'

/** What only the screens of granular rights and of DAP say. */
export const delegatedAdminWords: Catalogues = {
  en: () => import('virtual:words/en/delegated-admin'),
  ko: () => import('virtual:words/ko/delegated-admin'),
  ru: () => import('virtual:words/ru/delegated-admin'),
  'pt-BR': () => import('virtual:words/pt-BR/delegated-admin'),
  de: () => import('virtual:words/de/delegated-admin'),
  'zh-Hans': () => import('virtual:words/zh-Hans/delegated-admin'),
}
