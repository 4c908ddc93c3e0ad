import { type I18n, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { momentsIn } from '../../../domain/calendar/moments.ts'
import type { ProblemCode, RefusalCode } from '../../../domain/problem-codes.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { inSentences } from '../../../domain/words-of-others/in-sentences.ts'
import { catalogues } from './catalogues.ts'

export type Params = Record<string, string | number>

const made = new Map<Locale, I18n>()

function wordsIn(locale: Locale): I18n {
  const known = made.get(locale)
  if (known) return known
  const words = setupI18n({ locale, messages: { [locale]: catalogues[locale] } }).setMessagesCompiler(compileMessage)
  made.set(locale, words)
  return words
}

const isMoment = /^\d{4}-\d\d-\d\dT/

/** Formats a country in the reader's language and a time with its zone; isolates names. */
function readable(params: Params, locale: Locale, zone: string): Params {
  const { country, date } = params
  return {
    ...inSentences(params),
    ...(typeof country === 'string' && { country: new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country }),
    ...(typeof date === 'string' && isMoment.test(date) && { date: momentsIn(locale, zone, 'long')(Date.parse(date)) }),
  }
}

/** Returns a message by id; a test checks that every id exists. A mail's reader has no known time zone. */
export const say = (id: string, locale: Locale, params: Params = {}, zone = 'UTC'): string =>
  wordsIn(locale)._(id, readable(params, locale, zone))

export function sentence(code: ProblemCode, locale: Locale, params?: Params, zone?: string): string {
  return say(isRefusal(code) ? `refusal.${code}` : `problem.${code}`, locale, params, zone)
}

const isRefusal = (code: ProblemCode): code is RefusalCode => `refusal.${code}` in catalogues.en

export const title = (status: number, locale: Locale): string => say(`problem.title.${status}`, locale)

/** A day for a mail, written out, in UTC and saying so. */
export const dayInWords = (iso: string, locale: Locale): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))} (UTC)`

/** A time for a mail, in UTC unless its reader's organisation has a zone. */
export const momentInWords = (iso: string, locale: Locale, zone = 'UTC'): string => momentsIn(locale, zone, 'long')(Date.parse(iso))

/** A rule in plain words; a test checks that every rule has them. */
export const ruleSentence = (id: string, locale: Locale): string => say(`rule.${id}`, locale)
