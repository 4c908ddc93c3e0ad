import { isWorkbook, unicodeOf } from '../../../../domain/customers/list-encodings.ts'

const mostBytes = 32 * 1024 * 1024

export type FileRefusal = 'empty' | 'too_large' | 'workbook' | 'not_text' | 'unreadable'

const isCsvName = (name: string) => /\.(csv|txt|tsv)$/i.test(name)

/** Refuses a file that cannot be a customer list by size, name and first bytes, before sending it. Throws when the file cannot be read. */
export async function refusalOfFile(file: Pick<File, 'name' | 'size' | 'slice'>): Promise<FileRefusal | undefined> {
  if (file.size === 0) return 'empty'
  if (file.size > mostBytes) return 'too_large'
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer())
  if (isWorkbook(start)) return 'workbook'
  if (!isCsvName(file.name) || (start.includes(0) && unicodeOf(start) === 'utf-8')) return 'not_text'
  return undefined
}
