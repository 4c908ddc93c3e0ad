import { setupI18n } from '@lingui/core'
import { useSyncExternalStore } from 'react'
import type { Locale } from '../../domain/session/locales.ts'
import type { Refusal } from '../../domain/verdict.ts'
import { chooseLocale } from './choose-locale.ts'
import { formatsFor } from './formats.ts'
import type { MessageId } from './message-id.ts'

const storageKey = 'tessera.language'

const catalogues: Record<Locale, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('virtual:words/en'),
  ko: () => import('virtual:words/ko'),
  ru: () => import('virtual:words/ru'),
  'pt-BR': () => import('virtual:words/pt-BR'),
  de: () => import('virtual:words/de'),
  'zh-Hans': () => import('virtual:words/zh-Hans'),
}

/** Each language by its own name, in the order of the switch. */
export const languageNames: Record<Locale, string> = {
  en: 'English', ko: '한국어', ru: 'Русский', 'pt-BR': 'Português (Brasil)', de: 'Deutsch', 'zh-Hans': '简体中文',
}

export type Values = Record<string, string | number>

function wordsOf(locale: Locale, messages: Record<string, string>) {
  const i18n = setupI18n({ locale, messages: { [locale]: messages } })
  const t = (id: MessageId, values?: Values): string => i18n.t(id, values)
  const has = (id: string): id is MessageId => id in messages
  return {
    locale,
    t,
    /** The sentence for a code that comes from outside; `instead` when the catalogue does not know it. */
    tOr: (id: string, instead: string, values?: Values): string => (has(id) ? i18n.t(id, values) : instead),
    /** Why the answer is no, and what would change it. */
    refusalText: (refusal: Pick<Refusal, 'code' | 'params'>): string =>
      i18n.t(has(`refusal.${refusal.code}`) ? `refusal.${refusal.code}` : 'ui.reason.unknown', refusal.params),
    ...formatsFor(locale),
  }
}
export type Words = ReturnType<typeof wordsOf>

let current = wordsOf('en', {})
let suggested: Locale | undefined
let wanted: Locale | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function chosenLocale(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

async function activate(): Promise<void> {
  const locale = chooseLocale(chosenLocale(), suggested, navigator.languages)
  if (wanted === locale) return
  wanted = locale
  const { default: messages } = await catalogues[locale]().catch((error: unknown) => {
    wanted = current.locale
    throw error
  })
  // A later choice may have overtaken this download.
  if (wanted !== locale) return
  current = wordsOf(locale, messages)
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

/** Loads the words of the language in force; call it before the first render. */
export const startWords = activate

/** What the account or the page at hand speaks; the person's own choice still wins. */
export function suggestLocale(locale: Locale): Promise<void> {
  suggested = locale
  return activate()
}

/** The person's own choice, kept in this browser. */
export function setLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    suggested = locale
  }
  return activate()
}

/** The words outside React: request headers, document titles. */
export const wordsNow = (): Words => current

/** Words, dates and numbers in the language in force; the component is drawn again when it changes. */
export const useWords = (): Words => useSyncExternalStore(subscribe, wordsNow)
