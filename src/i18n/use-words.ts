import { setupI18n } from '@lingui/core'
import { useSyncExternalStore } from 'react'
import portalWords from 'virtual:words/portal'
import publicWords from 'virtual:words/public'
import type { Locale } from '../../domain/session/locales.ts'
import type { Refusal } from '../../domain/verdict.ts'
import { inSentences } from '../../domain/words-of-others/in-sentences.ts'
import { chooseLocale, isLocale } from './choose-locale.ts'
import { formatsFor } from './formats.ts'
import type { MessageId } from './message-id.ts'

const storageKey = 'tessera.language'
/** What the account spoke whose page this browser showed last; a page loaded again would else fetch the browser's language first. */
const accountKey = 'tessera.language.account'

type Catalogue = Promise<{ default: Record<string, string> }>

/** One part of the words, in every language; a language's module is fetched when it is spoken. */
export type Catalogues = Record<Locale, () => Catalogue>

/** Each language by its own name, in the order of the switch. */
export const languageNames: Record<Locale, string> = {
  en: 'English', ko: '한국어', ru: 'Русский', 'pt-BR': 'Português (Brasil)', de: 'Deutsch', 'zh-Hans': '简体中文',
}

export type Values = Record<string, string | number>

function wordsOf(locale: Locale, messages: Record<string, string>) {
  const formats = formatsFor(locale)
  /** A country comes as a code and is read as a name. */
  const readable = (params: Values = {}): Values =>
    typeof params['country'] === 'string' ? { ...params, country: formats.formatCountry(params['country']) } : params
  const i18n = setupI18n({ locale, messages: { [locale]: messages } })
  const t = (id: MessageId, values?: Values): string => i18n.t(id, values && inSentences(values))
  const withDistance = (exact: string, at: string, now: number): string => {
    const relative = formats.formatDistance(at, now)
    return relative === undefined ? exact : t('ui.when', { date: exact, relative })
  }
  const has = (id: string): id is MessageId => id in messages
  return {
    locale,
    t,
    /** The sentence for a code that comes from outside; `instead` when the catalogue does not know it. */
    tOr: (id: string, instead: string, values?: Values): string => (has(id) ? i18n.t(id, values && inSentences(values)) : instead),
    /** Why the answer is no, and what would change it. */
    refusalText: (refusal: { code: string } & Pick<Refusal, 'params'>): string =>
      i18n.t(has(`refusal.${refusal.code}`) ? `refusal.${refusal.code}` : 'ui.reason.unknown', inSentences(readable(refusal.params))),
    ...formats,
    /** The moment, and how far it is while it is near: "Dec 28, 2026, 7:32 AM (in 30 days)". */
    formatMoment: (at: string, now: number): string => withDistance(formats.formatDateTime(at), at, now),
  }
}
export type Words = ReturnType<typeof wordsOf>

let current = wordsOf('en', {})
let suggested: Locale | undefined
const parts = new Set([publicWords])
let wanted: string | undefined
let turns = 0
let arriving = Promise.resolve()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept(key: string): Locale | undefined {
  try {
    const locale = localStorage.getItem(key)
    return isLocale(locale) ? locale : undefined
  } catch {
    return undefined
  }
}

async function activate(): Promise<void> {
  const locale = chooseLocale(kept(storageKey), suggested, navigator.languages)
  const target = `${locale} ${parts.size}`
  if (wanted === target) return arriving
  wanted = target
  const turn = ++turns
  const isLatest = () => turn === turns
  arriving = load(locale, isLatest).catch((error: unknown) => {
    if (isLatest()) wanted = undefined
    throw error
  })
  return arriving
}

async function messagesOf(locale: Locale): Promise<Record<string, string>> {
  const fetched = await Promise.all([...parts].map((part) => part[locale]()))
  return Object.assign({}, ...fetched.map((part) => part.default)) as Record<string, string>
}

/** A later choice may overtake this download; then it changes nothing, and is over when the later one is. */
async function load(locale: Locale, isLatest: () => boolean): Promise<void> {
  const messages = await messagesOf(locale)
  if (!isLatest()) return arriving
  current = wordsOf(locale, messages)
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

/** Loads the words of the language in force, those of the signed-in part only when asked; call it before the first render. */
export function startWords({ portal }: { portal: boolean }): Promise<void> {
  if (portal) {
    parts.add(portalWords)
    suggested ??= kept(accountKey)
  }
  return activate()
}

/** Loads what a page says beyond what is there; it stays, in whatever language is chosen later. Without it the rest is still spoken. */
export async function addWords(...more: readonly Catalogues[]): Promise<void> {
  const added = more.filter((part) => !parts.has(part))
  for (const part of added) parts.add(part)
  try {
    await activate()
  } catch (error) {
    for (const part of added) parts.delete(part)
    await activate()
    throw error
  }
}

/** What the page at hand speaks; the person's own choice still wins. */
export function suggestLocale(locale: Locale): Promise<void> {
  suggested = locale
  return activate()
}

/** What the account of whoever is signed in speaks; kept in this browser until it is nobody's. */
export function speakFor(account: Locale | undefined): Promise<void> {
  try {
    if (account) localStorage.setItem(accountKey, account)
    else localStorage.removeItem(accountKey)
  } catch {
    // The next page asks for two languages.
  }
  return account ? suggestLocale(account) : Promise.resolve()
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

/** The public words of another language than the page's, for what a customer is going to read. */
export const wordsIn = async (locale: Locale): Promise<Words> => wordsOf(locale, (await publicWords[locale]()).default)

/** The words outside React: request headers, document titles. */
export const wordsNow = (): Words => current

/** Words, dates and numbers in the language in force; the component is drawn again when it changes. */
export const useWords = (): Words => useSyncExternalStore(subscribe, wordsNow)
