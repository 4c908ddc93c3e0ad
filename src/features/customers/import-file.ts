const mostBytes = 32 * 1024 * 1024

export type FileRefusal = 'empty' | 'too_large' | 'workbook' | 'not_text' | 'unreadable'

const isCsvName = (name: string) => /\.(csv|txt|tsv)$/i.test(name)
const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

/** Why a file cannot be a customer list, told from its size, name and first bytes before anything is sent; undefined when it
 * may be one. Throws when the file cannot be read. */
export async function refusalOfFile(file: Pick<File, 'name' | 'size' | 'slice'>): Promise<FileRefusal | undefined> {
  if (file.size === 0) return 'empty'
  if (file.size > mostBytes) return 'too_large'
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer())
  const isZip = startsWith(start, 0x50, 0x4b, 3, 4)
  const isOldOffice = startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)
  if (isZip || isOldOffice) return 'workbook'
  const isUtf16 = startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)
  if (!isCsvName(file.name) || (start.includes(0) && !isUtf16)) return 'not_text'
  return undefined
}
