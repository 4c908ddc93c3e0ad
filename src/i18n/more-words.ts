import type { Catalogues } from './use-words.ts'

/** What the customer list can do without. */
export const moreWords: Catalogues = {
  en: () => import('virtual:words/en/more'),
  ko: () => import('virtual:words/ko/more'),
  ru: () => import('virtual:words/ru/more'),
  'pt-BR': () => import('virtual:words/pt-BR/more'),
  de: () => import('virtual:words/de/more'),
  'zh-Hans': () => import('virtual:words/zh-Hans/more'),
}
