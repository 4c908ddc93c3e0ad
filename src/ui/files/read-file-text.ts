import { guessEncoding, isWorkbook, type LegacyEncoding, unicodeOf } from '../../../domain/customers/list-encodings.ts'

const mostBytes = 2 * 1024 * 1024

/** A chosen file's text; if it is not Unicode, with the guessed or chosen encoding, which its reader checks. */
export type FileText = { text: string; encoding?: LegacyEncoding } | { refused: 'workbook' | 'not_text' }

/**
 * Reads a chosen file: UTF-8, UTF-16, else the chosen or likeliest encoding. Refuses a workbook, and what is no text, too long or
 * unreadable.
 */
export async function readFileText(file: Pick<File, 'arrayBuffer' | 'size'>, chosen?: LegacyEncoding): Promise<FileText> {
  if (file.size > mostBytes) return { refused: 'not_text' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isWorkbook(bytes)) return { refused: 'workbook' }
    const unicode = chosen ? undefined : textOf(bytes, unicodeOf(bytes))
    const encoding = unicode === undefined ? (chosen ?? guessEncoding(bytes)) : undefined
    const text = unicode ?? (encoding && textOf(bytes, encoding))
    return text === undefined || text.includes('\0') ? { refused: 'not_text' } : { text, ...(encoding && { encoding }) }
  } catch {
    return { refused: 'not_text' }
  }
}

function textOf(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
