/** Encodings before Unicode in which customer lists still come, by their WHATWG names. */
export const legacyEncodings = ['windows-1252', 'windows-1251', 'euc-kr', 'gb18030'] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]

/** Recognises a workbook, another packed file, or HTML by its first bytes. */
export function isWorkbook(start: Uint8Array): boolean {
  const begins = (...bytes: number[]) => bytes.every((byte, index) => start[index] === byte)
  const text = String.fromCharCode(...start.subarray(0, 64)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase()
  const isPacked = begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)
  return isPacked || begins(0xd0, 0xcf, 0x11, 0xe0) || /^<(\?xml|!doctype html|html|table)/.test(text)
}

/** The encoding is told by this many bytes. */
const startSize = 4_096

const wideMarks = [[0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff]]

/**
 * Finds the Unicode encoding by its byte order mark, or by where zero bytes stand in separators, line ends and Latin letters; otherwise
 * UTF-8. UTF-8 and older encodings hold no zero bytes.
 */
export function unicodeOf(text: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  const start = text.subarray(0, startSize)
  const [first, second] = start
  if (wideMarks.some((mark) => mark.every((byte, at) => start[at] === byte)) || isWide(start)) return 'utf-32'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const isLetter = (byte = 0) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
  const found = { little: 0, big: 0 }
  for (let at = 0; at + 1 < start.length; at += 2) {
    if (start[at + 1] === 0 && isLetter(start[at])) found.little += 1
    else if (start[at] === 0 && isLetter(start[at + 1])) found.big += 1
    else if (start[at] === 0 && start[at + 1] === 0) return 'utf-8'
  }
  if (Math.max(found.little, found.big) * 16 <= start.length || found.little === found.big) return 'utf-8'
  return found.little > found.big ? 'utf-16le' : 'utf-16be'
}

/** Tells whether the text is UTF-32: four bytes a letter. */
function isWide(start: Uint8Array): boolean {
  const count = Math.floor(start.length / 4)
  const isOf = (high: number, plane: number) => {
    let first = 0
    for (let at = 0; at < 4 * count; at += 4) {
      if (start[at + high] !== 0 || (start[at + plane] ?? 0) > 0x10) return false
      if (start[at + plane] === 0) first += 1
    }
    return first * 2 > count
  }
  return isOf(3, 2) !== isOf(0, 1)
}

/** Returns runs of non-ASCII bytes, such as the letters of one word. */
function runsIn(bytes: Uint8Array): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  for (const byte of bytes) {
    if (byte >= 0x80) run.push(byte)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return run.length > 0 ? [...runs, run] : runs
}

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
const isIn = (byte: number | undefined, from: number, to: number): boolean => byte !== undefined && byte >= from && byte <= to

/** Counts the bytes of a run that are valid UTF-8. */
function unicodeBytes(run: readonly number[]): number {
  let whole = 0
  for (let at = 0; at < run.length; at += 1) {
    const lead = run[at] ?? 0
    const length = isIn(lead, 0xc2, 0xdf) ? 2 : isIn(lead, 0xe0, 0xef) ? 3 : isIn(lead, 0xf0, 0xf4) ? 4 : 0
    const rest = run.slice(at + 1, at + length)
    if (length === 0 || rest.length !== length - 1 || !rest.every((byte) => isIn(byte, 0x80, 0xbf))) continue
    whole += length
    at += length - 1
  }
  return whole
}

/** Tells whether most non-ASCII letters are valid UTF-8, so that a damaged one changes nothing; false where there are none. */
export function isUtf8(bytes: Uint8Array): boolean {
  const runs = runsIn(bytes)
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  return share(runs.reduce((sum, run) => sum + unicodeBytes(run), 0), total) >= 0.75
}

type Pair = readonly [lead: number, trail: number]
const pairsIn = (run: readonly number[]): Pair[] =>
  Array.from({ length: Math.floor(run.length / 2) }, (_, index) => [run[2 * index] ?? 0, run[2 * index + 1] ?? 0])

/** Signs, full-width brackets and digits stand in the same rows of both tables. */
const isSign = ([lead]: Pair): boolean => isIn(lead, 0xa1, 0xa9)
const isSyllable = ([lead, trail]: Pair): boolean => (isIn(lead, 0xb0, 0xc8) && trail >= 0xa1) || (isIn(lead, 0x81, 0xc6) && trail < 0xa1)
/** А to я, and the other characters of Russian names: ё, quotation marks, №, dashes. */
const isCyrillic = (byte: number): boolean => byte >= 0xc0 || [0xa8, 0xb8, 0xab, 0xbb, 0xb9, 0x93, 0x94, 0x96, 0x97].includes(byte)

/**
 * Guesses the encoding of bytes that are not UTF-8, to be shown to a person; undefined when most are (damaged) UTF-8. Western texts have
 * single non-ASCII letters; Korean has runs of two-byte syllables, Cyrillic runs of single bytes in the upper half of the table.
 */
export function guessEncoding(bytes: Uint8Array): LegacyEncoding | undefined {
  if (isUtf8(bytes)) return undefined
  const runs = runsIn(bytes)
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  const words = runs.filter((run) => run.length > 2)
  const inWords = words.reduce((sum, run) => sum + run.length, 0)
  if (share(inWords, total) < 0.5) return 'windows-1252'
  const letters = words.flatMap(pairsIn).filter((pair) => !isSign(pair))
  if (share(letters.filter(isSyllable).length, letters.length) >= 0.85) return 'euc-kr'
  return share(words.flat().filter(isCyrillic).length, inWords) > 0.9 ? 'windows-1251' : 'gb18030'
}
