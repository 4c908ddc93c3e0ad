import { locales, type Locale } from './locales.ts'

const chinese = (tag: string) => (tag === 'zh' || tag.startsWith('zh-') ? 'zh-Hans' : undefined)

/**
 * Returns the portal's language for a person's languages, most wanted first; undefined when it has none. A missing region or script falls
 * back to the language: `pt-PT` to `pt-BR`. Traditional Chinese falls back to Simplified only when nothing else fits.
 */
export function matchLocale(wanted: readonly string[]): Locale | undefined {
  const tags = wanted.map((tag) => tag.trim().toLowerCase())
  const isTraditional = (tag: string) => /^zh-(.*-)?(hant|tw|hk|mo)\b/.test(tag)
  for (const tag of tags) {
    if (isTraditional(tag)) continue
    const found =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      chinese(tag) ??
      locales.find((locale) => locale.split('-')[0] === tag.split('-')[0])
    if (found) return found
  }
  return tags.some(isTraditional) ? 'zh-Hans' : undefined
}
