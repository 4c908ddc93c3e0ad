import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import { readFileText } from './read-file-text.ts'

/** A file that is not Unicode, and the encoding of its shown text. */
export type DecodedFile = { file: File; encoding: LegacyEncoding }

/** Why a file yields no list: a workbook, or no text. */
export type FileRefusal = { why: 'file' | 'workbook'; file: string }

/** Returns a list's text from a file, in the chosen encoding if any. */
export async function fileOf(
  file: File, encoding?: LegacyEncoding,
): Promise<{ refusal: FileRefusal } | { refusal?: undefined; text: string; decoded?: DecodedFile }> {
  const read = await readFileText(file, encoding)
  if ('refused' in read) return { refusal: { why: read.refused === 'workbook' ? 'workbook' : 'file', file: file.name } }
  return { text: read.text, ...(read.encoding && { decoded: { file, encoding: read.encoding } }) }
}
