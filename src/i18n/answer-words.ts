import type { Catalogues } from './use-words.ts'

/** What answering an invitation says, and why it cannot be answered. */
export const answerWords: Catalogues = {
  en: () => import('virtual:words/en/answer'),
  ko: () => import('virtual:words/ko/answer'),
  ru: () => import('virtual:words/ru/answer'),
  'pt-BR': () => import('virtual:words/pt-BR/answer'),
  de: () => import('virtual:words/de/answer'),
  'zh-Hans': () => import('virtual:words/zh-Hans/answer'),
}
