const mostBytes = 2 * 1024 * 1024

/** The text of a chosen file: UTF-8, or UTF-16 with its mark. Undefined for what is no text, too long, or cannot be read. */
export async function readFileText(file: Pick<File, 'arrayBuffer' | 'size'>): Promise<string | undefined> {
  if (file.size > mostBytes) return undefined
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? undefined : text
  } catch {
    return undefined
  }
}
