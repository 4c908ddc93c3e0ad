import { locales } from '../../../domain/session/locales.ts'
import { type CatalogueText, textsOf } from './catalogue-texts.ts'
import type { SourceFile } from '../files/source-files.ts'

type Entry = { section: string; notion: string; term: string; right: RegExp; never: readonly RegExp[] }
type Text = CatalogueText & { words: string }
type Glossary = { path: string; entries: readonly Entry[]; texts: readonly Text[] }

/**
 * Holds the catalogues to docs/glossary/<language>.md: no word of its "Never", Microsoft's names as written in the language wherever the
 * English text has them, and each term at least once. All glossaries have the same names and notions.
 */
export function glossaryProblems(files: readonly SourceFile[]): string[] {
  const all = files.flatMap(textsOf).map((text): Text => ({ ...text, words: text.text.replaceAll(/\{\w+/g, '{') }))
  const [english, ...others] = locales.map((locale): Glossary => {
    const path = `docs/glossary/${locale}.md`
    const file = files.find((candidate) => candidate.path === path)
    return { path, entries: entriesOf(file?.text ?? '', locale), texts: all.filter((text) => text.locale === locale) }
  })
  if (!english) return []
  const sentences = new Map(english.texts.map(({ id, text }) => [id, text]))
  return [
    ...[english, ...others].flatMap((glossary) => [...ownProblems(glossary), ...forbidden(glossary)]),
    ...others.flatMap((glossary) => [...differences(english, glossary), ...misnamed(english, glossary, sentences)]),
  ]
}

/** Reads a glossary's tables: five columns, whose "Also right" and "Never" hold regular expressions in backticks. */
function entriesOf(text: string, locale: string): Entry[] {
  const spaced = locale !== 'ko' && locale !== 'zh-Hans'
  return text.split(/^## /m).slice(1).flatMap((part) => {
    const section = part.slice(0, part.indexOf('\n')).trim()
    const flags = section === 'Notions' ? 'iu' : 'u'
    const rows = part.split('\n').filter((line) => line.startsWith('| ')).slice(1)
    return rows.map((row) => {
      const [notion = '', term = '', also = '', never = ''] = row.split(/(?<!\\)\|/).slice(1).map((cell) => cell.trim())
      const pattern = (source: string) => new RegExp(spaced ? `(?<!\\p{L})(?:${source})` : source, flags)
      const right = pattern([literal(term), ...patternsOf(also)].join('|'))
      return { section, notion, term, right, never: patternsOf(never).map(pattern) }
    })
  })
}

const patternsOf = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, pattern = '']) => pattern.replaceAll(String.raw`\|`, '|'))

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Grammar rules see arguments; names and notions do not. */
const readBy = ({ section }: Entry, { text, words }: Text): string => (section === 'Grammar' ? text : words)

const ownProblems = ({ path, entries, texts }: Glossary): string[] => {
  const terms = entries.filter(({ section }) => section !== 'Grammar')
  return [
    ...(entries.length === 0 ? [`${path} is missing or has no table.`] : []),
    ...terms.filter((entry) => !texts.some((text) => entry.right.test(readBy(entry, text))))
      .map(({ notion, term }) => `${path}: no catalogue says "${term}" for ${notion}.`),
    ...terms.flatMap(({ term }) => entries.filter(({ never }) => never.some((pattern) => pattern.test(term)))
      .map(({ notion }) => `${path}: ${notion} forbids the glossary's own "${term}".`)),
  ]
}

const forbidden = ({ entries, texts }: Glossary): string[] =>
  texts.flatMap((text) =>
    entries.flatMap((entry) =>
      entry.never.flatMap((pattern) => {
        const [found] = pattern.exec(readBy(entry, text)) ?? []
        return found === undefined ? [] : [`${text.path}: ${text.id} says "${found}"; ${entry.notion} is "${entry.term}".`]
      }),
    ),
  )

const differences = (english: Glossary, { path, entries }: Glossary): string[] => {
  const listed = (of: readonly Entry[]) =>
    of.filter(({ section }) => section !== 'Grammar').map(({ section, notion }) => `${section}: ${notion}`)
  const [wanted, found] = [listed(english.entries), listed(entries)]
  return [
    ...wanted.filter((row) => !found.includes(row)).map((row) => `${path} lacks ${row}.`),
    ...found.filter((row) => !wanted.includes(row)).map((row) => `${path} has ${row}, which English has not.`),
  ]
}

function misnamed(english: Glossary, { entries, texts }: Glossary, sentences: ReadonlyMap<string, string>): string[] {
  return english.entries.filter(({ section }) => section === 'Names').flatMap(({ notion, term }) => {
    const entry = entries.find((candidate) => candidate.section === 'Names' && candidate.notion === notion)
    const named = new RegExp(`(?<![\\p{L}\\d])${literal(term)}s?(?![\\p{L}\\d])`, 'u')
    return texts.filter(({ id, text }) => entry && named.test(sentences.get(id) ?? '') && !entry.right.test(text))
      .map(({ path, id }) => `${path}: ${id} does not write ${notion} as "${entry?.term}".`)
  })
}
