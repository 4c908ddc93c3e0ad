import type { Locale } from './locales.ts'
import { matchLocale } from './match-locale.ts'

/** Returns the language that most people of a country read, by CLDR's likely subtags; undefined when the portal lacks it. */
export const likelyLocale = (country: string): Locale | undefined =>
  matchLocale([new Intl.Locale(`und-${country}`).maximize().baseName])
