import type { Locale } from './locales.ts'
import { matchLocale } from './match-locale.ts'

/** The language that most people of a country read, by CLDR's likely subtags; undefined when it is none that we speak. */
export const likelyLocale = (country: string): Locale | undefined =>
  matchLocale([new Intl.Locale(`und-${country}`).maximize().baseName])
