import { type Locale, locales } from '../../../domain/session/locales.ts'
import { shapeOf } from './message-shape.ts'
import type { SourceFile } from '../files/source-files.ts'

type Catalogue = { path: string; noun: string; locale: Locale; texts: Record<string, string>; twice: string[] }

/**
 * Every language has the same files and ids; ids are unique and share their file's prefix; no text is empty; arguments and tags match the
 * English ones, and plurals have all forms of the language.
 */
export function catalogueProblems(files: readonly SourceFile[]): string[] {
  const catalogues = files.flatMap(readCatalogue)
  const english = catalogues.filter((catalogue) => catalogue.locale === 'en')
  const nouns = [...new Set(catalogues.map((catalogue) => catalogue.noun))]
  const missingFiles = nouns.flatMap((noun) =>
    locales.filter((locale) => !catalogues.some((catalogue) => catalogue.noun === noun && catalogue.locale === locale))
      .map((locale) => `locales/${locale}/${noun}.json is missing.`),
  )
  return [
    ...missingFiles,
    ...catalogues.flatMap(ownProblems),
    ...prefixProblems(english),
    ...catalogues.flatMap((catalogue) => {
      const original = english.find(({ noun }) => noun === catalogue.noun)
      return original && original !== catalogue ? differences(original, catalogue) : []
    }),
  ]
}

/** Lists the English ids, which all languages share. */
export const messageIds = (files: readonly SourceFile[]): string[] =>
  files.flatMap(readCatalogue).filter(({ locale }) => locale === 'en').flatMap(({ texts }) => Object.keys(texts))

function readCatalogue({ path, text }: SourceFile): Catalogue[] {
  const [, folder, noun] = /^locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
  const locale = locales.find((known) => known === folder)
  if (!locale || !noun) return []
  const written = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)+)"\s*:/gm)].map(([, id]) => id ?? '')
  const twice = written.filter((id, index) => written.indexOf(id) !== index)
  return [{ path, noun, locale, texts: JSON.parse(text) as Record<string, string>, twice }]
}

const ownProblems = ({ path, locale, texts, twice }: Catalogue): string[] => [
  ...twice.map((id) => `${path} says ${id} twice.`),
  ...Object.entries(texts).flatMap(([id, text]) =>
    text.trim() === '' ? [`${path}: ${id} is empty.`] : shapeOf(text, locale).problems.map((problem) => `${path}: ${id} ${problem}.`),
  ),
]

function prefixProblems(english: readonly Catalogue[]): string[] {
  const prefixes = english.map(({ path, texts }) => ({ path, found: [...new Set(Object.keys(texts).map((id) => id.split('.')[0] ?? ''))] }))
  return prefixes.flatMap(({ path, found }) => [
    ...(found.length > 1 ? [`${path}: its ids begin with ${found.join(' and ')}; one file has one beginning.`] : []),
    ...found.filter((prefix) => prefixes.some((other) => other.path < path && other.found.includes(prefix)))
      .map((prefix) => `${path}: another file's ids begin with ${prefix}, too.`),
  ])
}

function differences(english: Catalogue, other: Catalogue): string[] {
  const ids = Object.keys(english.texts)
  const shape = (catalogue: Catalogue, id: string) => shapeOf(catalogue.texts[id] ?? '', catalogue.locale).holes.join(' ')
  return [
    ...ids.filter((id) => !(id in other.texts)).map((id) => `${other.path} lacks ${id}.`),
    ...Object.keys(other.texts).filter((id) => !(id in english.texts)).map((id) => `${other.path} has ${id}, which English has not.`),
    ...ids.filter((id) => id in other.texts && shape(english, id) !== shape(other, id))
      .map((id) => `${other.path}: ${id} takes "${shape(other, id)}", the English one "${shape(english, id)}".`),
  ]
}
