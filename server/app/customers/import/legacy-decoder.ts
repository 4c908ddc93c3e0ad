import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'

/** The used part of a `TextDecoder`. */
export type Decoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

export type TextEncoding = LegacyEncoding | 'utf-8' | 'utf-16le' | 'utf-16be'

/** Returns a decoder by WHATWG name. A fatal one throws a TypeError for bytes that are invalid in the encoding. */
export const decoderOf = (encoding: TextEncoding, options: { fatal: boolean }): Decoder =>
  encoding === 'euc-kr' ? new KoreanDecoder(options) : new TextDecoder(encoding, options)

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const signsAdded: [pair: number, letter: string][] = [[0xa2e6, '€'], [0xa2e7, '®']]

let letters: Map<number, string> | undefined

/**
 * The letters of Windows-949, by lead × 256 + trail: KS X 1001, with the other syllables in Unicode order in the places it leaves free. The
 * runtime's `euc-kr` knows the former alone and silently drops half of the others.
 */
function lettersOfKorean(): Map<number, string> {
  if (letters) return letters
  const standard = new TextDecoder('euc-kr')
  const trails = between(0xa1, 0xfe)
  const found = new Map<number, string>(signsAdded)
  for (const lead of between(0xa1, 0xfd)) {
    const row = standard.decode(Uint8Array.from(trails.flatMap((trail) => [lead, trail, 0x0a]))).split('\n')
    for (const [index, trail] of trails.entries()) {
      const letter = row[index] ?? ''
      if (/^[^\uFFFD\p{Co}]$/u.test(letter)) found.set(lead * 256 + trail, letter)
    }
  }
  const known = new Set(found.values())
  const free = between(0x81, 0xc6).flatMap((lead) => [
    ...between(0x41, 0x5a), ...between(0x61, 0x7a), ...between(0x81, lead > 0xa0 ? 0xa0 : 0xfe),
  ].map((trail) => lead * 256 + trail))
  const others = between(0xac00, 0xd7a3).map((code) => String.fromCharCode(code)).filter((syllable) => !known.has(syllable))
  for (const [index, syllable] of others.entries()) found.set(free[index] ?? 0, syllable)
  letters = found
  return found
}

class KoreanDecoder implements Decoder {
  readonly #fatal: boolean
  #lead: number | undefined

  constructor({ fatal }: { fatal: boolean }) {
    this.#fatal = fatal
  }

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    const known = lettersOfKorean()
    let text = ''
    for (const byte of bytes) {
      const lead = this.#lead
      this.#lead = undefined
      if (lead === undefined) {
        if (byte > 0x80 && byte < 0xff) this.#lead = byte
        else text += byte < 0x80 ? String.fromCharCode(byte) : this.#unknown()
        continue
      }
      const letter = known.get(lead * 256 + byte)
      text += letter ?? this.#unknown() + (byte < 0x80 ? String.fromCharCode(byte) : '')
    }
    if (stream || this.#lead === undefined) return text
    this.#lead = undefined
    return text + this.#unknown()
  }

  #unknown(): string {
    if (this.#fatal) throw new TypeError('The bytes are no letter of Windows-949')
    return '\uFFFD'
  }
}
