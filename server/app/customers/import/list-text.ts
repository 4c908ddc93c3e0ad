import { isUtf8, isWorkbook, type LegacyEncoding, unicodeOf } from '../../../../domain/customers/list-encodings.ts'
import { unusable } from './list-rows.ts'
import { decoderOf, type TextEncoding } from './legacy-decoder.ts'
import type { Ports } from '../../ports.ts'
import { whole } from '../../http/request-body.ts'

/** Bytes between two turns: a few milliseconds of parsing. */
const sliceSize = 2 * 1024
/** Bytes of the sample from the beginning, and around the first that is not Unicode, which show the encoding. */
const sampleSize = 16 * 1024
/** Non-ASCII bytes that tell the named encoding from UTF-8: more than match both by chance. */
const comparedSize = 256

/**
 * Yields the body in slices with a turn between them; reads on to the end even when nobody wants it, so that the sender gets the response.
 */
export async function* slicesOf(body: ReadableStream<Uint8Array>, turn: Ports['turn']): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader()
  try {
    for (let part = await whole(reader.read()); !part.done; part = await whole(reader.read())) {
      for (let from = 0; from < part.value.length; from += sliceSize) {
        yield part.value.subarray(from, from + sliceSize)
        await turn()
      }
    }
  } finally {
    while (!(await reader.read().catch(() => ({ done: true }))).done) await turn()
  }
}

/** Thrown for bytes that are not Unicode; holds whole lines around them and of the file's beginning. */
export class NotUnicode extends Error {
  readonly sample: Uint8Array<ArrayBuffer>

  constructor(sample: Uint8Array<ArrayBuffer>) {
    super('The text is not Unicode')
    this.sample = sample
  }
}

const isMarked = ([first, second, third]: Uint8Array): boolean => first === 0xef && second === 0xbb && third === 0xbf
const lineFeed = 0x0a
const byteLength = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0)

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(byteLength(parts))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const toLastLine = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1 || undefined)

/** Keeps a sample of passing slices: the first ones, and the two before the present one. */
function sampler() {
  const first: Uint8Array[] = []
  const last: Uint8Array[] = []
  let length = 0
  return {
    pass(slice: Uint8Array) {
      if (length < sampleSize) first.push(slice)
      else last.push(slice)
      if (last.length > 3) last.shift()
      length += slice.length
    },
    async sampleWith(following: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
      const more: Uint8Array[] = []
      let isCut = false
      for await (const slice of following) {
        isCut = more.length * sliceSize >= sampleSize
        if (isCut) break
        more.push(slice)
      }
      const wholeLines = isCut ? toLastLine : (bytes: Uint8Array) => bytes
      if (last.length === 0) return joinedBytes([wholeLines(joinedBytes([...first, ...more]))])
      const around = joinedBytes([...last, ...more])
      return joinedBytes([toLastLine(joinedBytes(first)), wholeLines(around.subarray(around.indexOf(lineFeed) + 1))])
    },
  }
}

type Slices = AsyncGenerator<Uint8Array, void, void>

/**
 * Returns the text in slices with LF line ends: in UTF-8 or UTF-16, else in the named encoding, which never overrides Unicode. Throws a 422
 * for a workbook and for UTF-32; the text throws {@link NotUnicode} at the first bytes that do not fit.
 */
export async function textIn(
  slices: Slices, said?: LegacyEncoding,
): Promise<{ encoding: TextEncoding; texts: AsyncGenerator<string, void, void> }> {
  const held: Uint8Array[] = []
  try {
    const encoding = await encodingOf(slices, held, said)
    return { encoding, texts: decoded(inOrder(held, slices), encoding) }
  } catch (error) {
    await slices.return()
    throw error
  }
}

/** Holds the slices that it takes to tell the encoding: the first, or with a named encoding until enough letters differ. */
async function encodingOf(slices: Slices, held: Uint8Array[], said: LegacyEncoding | undefined): Promise<TextEncoding> {
  const next = async (): Promise<Uint8Array | undefined> => {
    const { value } = await slices.next()
    if (value) held.push(value)
    return value ?? undefined
  }
  while (byteLength(held) < sliceSize && (await next()));
  const start = joinedBytes(held)
  if (isWorkbook(start)) throw unusable('import.workbook')
  const unicode = unicodeOf(start)
  if (unicode === 'utf-32') throw unusable('import.utf_32')
  if (said === undefined || unicode !== 'utf-8' || isMarked(start)) return unicode
  const compared: Uint8Array[] = []
  let count = 0
  for (let slice: Uint8Array | undefined = start; slice && count < comparedSize; slice = await next()) {
    const beyondAscii = slice.reduce((sum, byte) => sum + (byte >>> 7), 0)
    if (beyondAscii > 0) compared.push(slice)
    count += beyondAscii
  }
  return isUtf8(joinedBytes(compared)) ? 'utf-8' : said
}

async function* inOrder(held: readonly Uint8Array[], slices: Slices): Slices {
  try {
    yield* held
    yield* slices
  } finally {
    await slices.return()
  }
}

async function* decoded(slices: Slices, encoding: TextEncoding): AsyncGenerator<string, void, void> {
  const decoder = decoderOf(encoding, { fatal: true })
  const seen = sampler()
  let heldBack = ''
  const read = async (slice?: Uint8Array): Promise<string> => {
    try {
      return heldBack + decoder.decode(slice, { stream: slice !== undefined })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    throw new NotUnicode(await seen.sampleWith(slices))
  }
  for await (const slice of slices) {
    seen.pass(slice)
    const text = await read(slice)
    heldBack = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - heldBack.length).replaceAll(/\r\n?/g, '\n')
  }
  yield (await read()).replaceAll(/\r\n?/g, '\n')
}
