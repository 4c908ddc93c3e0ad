import type { LegacyEncoding } from '../customers/list-encodings.ts'

const tables = new Map<LegacyEncoding, Map<string, number[]>>()

/** Inverts the decoding of every byte and pair of bytes. */
function tableOf(encoding: LegacyEncoding): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  const add = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) add(byte)
  if (encoding === 'euc-kr' || encoding === 'gb18030')
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail)
  tables.set(encoding, table)
  return table
}

/** Encodes text in an encoding before Unicode. Throws for a letter that it lacks. */
export function bytesIn(encoding: LegacyEncoding, text: string): Uint8Array<ArrayBuffer> {
  const table = tableOf(encoding)
  return Uint8Array.from([...text].flatMap((letter) => {
    const bytes = table.get(letter)
    if (!bytes) throw new Error(`${letter} is not in ${encoding}`)
    return bytes
  }))
}
