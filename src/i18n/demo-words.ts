import type { Catalogues } from './use-words.ts'

/** What only the demo build says. */
export const demoWords: Catalogues = {
  en: () => import('virtual:words/en/demo'),
  ko: () => import('virtual:words/ko/demo'),
  ru: () => import('virtual:words/ru/demo'),
  'pt-BR': () => import('virtual:words/pt-BR/demo'),
  de: () => import('virtual:words/de/demo'),
  'zh-Hans': () => import('virtual:words/zh-Hans/demo'),
}
