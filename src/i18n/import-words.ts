import type { Catalogues } from './use-words.ts'

/** What the import says, and whatever else reads a list from a file. */
export const importWords: Catalogues = {
  en: () => import('virtual:words/en/import'),
  ko: () => import('virtual:words/ko/import'),
  ru: () => import('virtual:words/ru/import'),
  'pt-BR': () => import('virtual:words/pt-BR/import'),
  de: () => import('virtual:words/de/import'),
  'zh-Hans': () => import('virtual:words/zh-Hans/import'),
}
