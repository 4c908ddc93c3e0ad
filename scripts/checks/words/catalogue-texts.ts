import { type Locale, locales } from '../../../domain/session/locales.ts'
import type { SourceFile } from '../files/source-files.ts'

/** One message of one language. */
export type CatalogueText = { path: string; locale: Locale; id: string; text: string }

/** Lists the messages of a file of `locales/`. */
export function textsOf({ path, text }: SourceFile): CatalogueText[] {
  const [, folder] = /^locales\/([^/]+)\/[^/]+\.json$/.exec(path) ?? []
  const locale = locales.find((known) => known === folder)
  return locale ? Object.entries(JSON.parse(text) as Record<string, string>).map(([id, words]) => ({ path, locale, id, text: words })) : []
}
