import type { Locale } from '../../../domain/session/locales.ts'
import { matchLocale } from '../../../domain/session/match-locale.ts'

/** A response's language: the best of `Accept-Language`, then the user's own, then English. */
export function languageOf(acceptLanguage: string | undefined, own: Locale | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...options] = part.trim().split(';')
      const quality = options.map((option) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(option)?.[1]).find((value) => value !== undefined)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.position - b.position)
    .map(({ tag }) => tag)
  return matchLocale(wanted) ?? own ?? 'en'
}
