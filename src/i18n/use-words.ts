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
/** The language of the account that this browser showed last, so that a reload does not load the browser's first. */
const accountKey = 'tessera.language.account'

type Catalogue = Promise<{ default: Record<string, string> }>

/** One part of the messages; a language's module loads when it is used. */
export type Catalogues = Record<Locale, () => Catalogue>

/** Each language's own name, in the order of the menu. */
export const languageNames: Record<Locale, string> = {
  en: 'English', ko: '한국어', ru: 'Русский', 'pt-BR': 'Português (Brasil)', de: 'Deutsch', 'zh-Hans': '简体中文',
}

export type Values = Record<string, string | number>

function wordsOf(locale: Locale, messages: Record<string, string>) {
  const formats = formatsFor(locale)
  /** Turns country codes into names. */
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
    /** The message of an external code; `instead` for an unknown one. */
    tOr: (id: string, instead: string, values?: Values): string => (has(id) ? i18n.t(id, values && inSentences(values)) : instead),
    /** Why something is refused, and what would change it. */
    refusalText: (refusal: { code: string } & Pick<Refusal, 'params'>): string =>
      i18n.t(has(`refusal.${refusal.code}`) ? `refusal.${refusal.code}` : 'ui.reason.unknown', inSentences(readable(refusal.params))),
    ...formats,
    /** The time, and its distance if near: "Dec 28, 2026, 7:32 AM (in 30 days)". */
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

const chosenLocale = () => chooseLocale(kept(storageKey), suggested, navigator.languages)

async function activate(): Promise<void> {
  const locale = chosenLocale()
  const target = `${locale} ${parts.has(publicWords)} ${parts.size}`
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

/** A later choice may overtake this load, which then changes nothing and resolves with the later one. */
async function load(locale: Locale, isLatest: () => boolean): Promise<void> {
  const messages = await messagesOf(locale)
  if (!isLatest()) return arriving
  current = wordsOf(locale, messages)
  document.documentElement.lang = locale
  // The server names the words of the next page in this language.
  if (parts.has(portalWords)) document.cookie = `language=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`
  for (const listener of listeners) listener()
}

/**
 * Loads the active language's messages, those of the portal on demand; call it before the first render. `account` is what the server knows
 * of the person's language where this browser does not.
 */
export function startWords({ portal, account }: { portal: boolean; account?: string | undefined }): Promise<void> {
  if (portal) {
    // Hold those of the public pages.
    parts.delete(publicWords)
    parts.add(portalWords)
    suggested ??= kept(accountKey) ?? (isLocale(account) ? account : undefined)
  }
  return activate()
}

/** Loads further messages of a page, in every later language too. A failure leaves the others. */
export async function addWords(...more: readonly Catalogues[]): Promise<void> {
  const added = more.filter((part) => !parts.has(part))
  try {
    // Before they count: messages that do not come fail whoever asked for them, and nobody who asks for others meanwhile.
    await Promise.all(added.map((part) => part[chosenLocale()]()))
    for (const part of added) parts.add(part)
    await activate()
  } catch (error) {
    for (const part of added) parts.delete(part)
    await activate()
    throw error
  }
}

/** Suggests the page's language; the person's choice still wins. */
export function suggestLocale(locale: Locale): Promise<void> {
  suggested = locale
  return activate()
}

/** Sets the account's language, kept in this browser until it is nobody's. */
export function speakFor(account: Locale | undefined): Promise<void> {
  try {
    if (account) localStorage.setItem(accountKey, account)
    else {
      localStorage.removeItem(accountKey)
      document.cookie = 'language=; Path=/; Max-Age=0'
    }
  } catch {
    // Without storage the next page loads two languages.
  }
  return account ? suggestLocale(account) : Promise.resolve()
}

/** The person's choice, kept in this browser. */
export function setLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    suggested = locale
  }
  return activate()
}

/** Public messages in another language than the page's, for previews of what customers read. */
export const wordsIn = async (locale: Locale): Promise<Words> => wordsOf(locale, (await publicWords[locale]()).default)

/** Messages outside React: request headers, document titles. */
export const wordsNow = (): Words => current

/** Messages and formats of the active language; re-renders on a change. */
export const useWords = (): Words => useSyncExternalStore(subscribe, wordsNow)
