import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setupI18n } from '@lingui/core'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Locale } from '../domain/session/locales.ts'

const catalogues = fileURLToPath(new URL('../locales', import.meta.url))

export type Say = (id: string, values?: Record<string, string | number>) => string

/** What a screen says in a language, by the id of its message. Throws for an id that no catalogue has. */
export function wordsOf(locale: Locale): Say {
  const messages = Object.fromEntries(textsOf(locale).map(([id, text]) => [id, compileMessageOrThrow(text)]))
  const i18n = setupI18n({ locale, messages: { [locale]: messages } })
  return (id, values) => {
    if (!(id in messages)) throw new Error(`${locale} has no message ${id}.`)
    return i18n._(id, values)
  }
}

/** The ids among these words; one on a screen means that its text is missing. */
export function idsIn(text: string): string[] {
  const known = new Set(textsOf('en').map(([id]) => id))
  return (text.match(/[a-z_-]+(?:\.[\w-]+)+/g) ?? []).filter((word) => known.has(word))
}

function textsOf(locale: Locale): [string, string][] {
  const folder = join(catalogues, locale)
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
  return readdirSync(folder).flatMap((file) => Object.entries(read(file)))
}
