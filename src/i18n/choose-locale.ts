import { type Locale, locales } from '../../domain/session/locales.ts'

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The portal's language nearest to a BCP 47 tag (`pt` → `pt-BR`, `zh-CN` → `zh-Hans`). */
function nearestLocale(tag: string): Locale | undefined {
  const wanted = tag.toLowerCase()
  const exact = locales.find((locale) => locale.toLowerCase() === wanted)
  if (exact) return exact
  const language = wanted.split('-')[0]
  return locales.find((locale) => locale.toLowerCase().split('-')[0] === language)
}

/** The person's choice wins, then the account's or page's suggestion, the browser, and English. */
export function chooseLocale(chosen: string | null | undefined, suggested: Locale | undefined, browser: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen
  if (suggested) return suggested
  for (const tag of browser) {
    const near = nearestLocale(tag)
    if (near) return near
  }
  return 'en'
}
