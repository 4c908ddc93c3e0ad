import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import { readFileText } from './read-file-text.ts'

/** A file that is not Unicode, and the encoding in which its text is shown for now. */
export type DecodedFile = { file: File; encoding: LegacyEncoding }

/** Why no list came out of a file: it is a workbook, or no text. */
export type FileRefusal = { why: 'file' | 'workbook'; file: string }

/** What a list takes from a file, in the encoding that was chosen for it if one was. */
export async function fileOf(
  file: File, encoding?: LegacyEncoding,
): Promise<{ refusal: FileRefusal } | { refusal?: undefined; text: string; decoded?: DecodedFile }> {
  const read = await readFileText(file, encoding)
  if ('refused' in read) return { refusal: { why: read.refused === 'workbook' ? 'workbook' : 'file', file: file.name } }
  return { text: read.text, ...(read.encoding && { decoded: { file, encoding: read.encoding } }) }
}
