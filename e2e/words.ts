import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setupI18n } from '@lingui/core'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Locale } from '../domain/session/locales.ts'

const catalogues = fileURLToPath(new URL('../locales', import.meta.url))

export type Say = (id: string, values?: Record<string, string | number>) => string

/** Returns messages of a language by id. Throws for an unknown id. */
export function wordsOf(locale: Locale): Say {
  const texts = textsOf(locale)
  const i18n = setupI18n({ locale, messages: { [locale]: {} } })
  return (id, values) => {
    const text = texts.get(id)
    if (text === undefined) throw new Error(`${locale} has no message ${id}.`)
    // Compiles a message at its use, since a journey uses a few of thousands.
    i18n.load(locale, { [id]: compileMessageOrThrow(text) })
    return i18n._(id, values)
  }
}

/** Finds message ids in text; one on a screen is a missing text. */
export const idsIn = (text: string): string[] => (text.match(/[a-z_-]+(?:\.[\w-]+)+/g) ?? []).filter((word) => textsOf('en').has(word))

const read = new Map<Locale, ReadonlyMap<string, string>>()

function textsOf(locale: Locale): ReadonlyMap<string, string> {
  const known = read.get(locale)
  if (known) return known
  const folder = join(catalogues, locale)
  const entries = (file: string) => Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>)
  const texts = new Map(readdirSync(folder).flatMap(entries))
  read.set(locale, texts)
  return texts
}
