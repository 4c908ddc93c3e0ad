import { isWorkbook, type LegacyEncoding, unicodeOf } from '../../domain/customers/list-encodings.ts'
import { unusable } from './customer-list-rows.ts'
import type { Ports } from './ports.ts'
import { whole } from './request-body.ts'

/** Bytes between two turns: a few milliseconds of parsing, whatever they are. */
const sliceSize = 2 * 1024
/** Bytes from the beginning, and bytes around the first that are not Unicode, by which the encoding is judged. */
const sampleSize = 16 * 1024

/** The body a slice at a time, a turn between any two; to its end also when nobody wants it, so that who sends it hears why. */
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

/** Bytes that are not Unicode, with the beginning of their file: whole lines of both. */
export class NotUnicode extends Error {
  readonly sample: Uint8Array<ArrayBuffer>

  constructor(sample: Uint8Array<ArrayBuffer>) {
    super('The text is not Unicode')
    this.sample = sample
  }
}

const isMarked = ([first, second, third]: Uint8Array): boolean => first === 0xef && second === 0xbb && third === 0xbf
const lineFeed = 0x0a
const joinedBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flatMap((part) => [...part]))
const toLastLine = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1 || undefined)

/** Keeps what a sample needs of slices that pass: the first ones, and the two before the present. */
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

/**
 * The text in slices, every line end a line feed: in UTF-8 or UTF-16, or without their mark in the encoding that is said. Throws a 422
 * for a workbook, {@link NotUnicode} at the first bytes that are none of it.
 */
export async function* textIn(slices: AsyncIterable<Uint8Array>, said?: LegacyEncoding): AsyncGenerator<string, void, void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let start: Uint8Array = new Uint8Array()
  let heldBack = ''
  const seen = sampler()
  const begin = (bytes: Uint8Array) => {
    if (isWorkbook(bytes)) throw unusable('import.workbook')
    const unicode = unicodeOf(bytes)
    return new TextDecoder(unicode === 'utf-8' && !isMarked(bytes) ? (said ?? unicode) : unicode, { fatal: true })
  }
  const decoded = async (bytes: Uint8Array, isLast: boolean, following: AsyncIterable<Uint8Array>): Promise<string> => {
    let text: string | undefined
    try {
      decoder ??= begin(bytes)
      text = decoder.decode(bytes, { stream: !isLast })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    if (text === undefined) throw new NotUnicode(await seen.sampleWith(following))
    return text
  }
  for await (const slice of slices) {
    seen.pass(slice)
    const bytes = decoder ? slice : Uint8Array.of(...start, ...slice)
    if (!decoder && bytes.length < 64) start = bytes
    else {
      const text = heldBack + (await decoded(bytes, false, slices))
      heldBack = text.endsWith('\r') ? '\r' : ''
      yield text.slice(0, text.length - heldBack.length).replaceAll(/\r\n?/g, '\n')
    }
  }
  const rest = await decoded(decoder ? new Uint8Array() : start, true, noSlices())
  yield (heldBack + rest).replaceAll(/\r\n?/g, '\n')
}

async function* noSlices(): AsyncGenerator<Uint8Array, void, void> {}
