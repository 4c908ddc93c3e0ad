import type { Locale } from '../../../domain/session/locales.ts'
import { reading } from '../../api/reading.ts'

export const ruleQueries = {
  /** The sentences come in the language of the screen, so another language is another answer. */
  list: (locale: Locale) =>
    ({ ...reading(['rules', locale], '/rules'), staleTime: Infinity }),
}
