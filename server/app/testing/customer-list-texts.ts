import fc from 'fast-check'

/** A part of a generated list; `name` is its cell's text, with line breaks and quotes. */
type Unit =
  | { kind: 'blank'; cells: number }
  | { kind: 'row'; number: number; id: 'own' | 'bad' | 'of an earlier row'; name: string; cells: 'all' | 'too few' | 'too many' }
  /** Repeats an earlier row word for word. */
  | { kind: 'again'; number: number }
  /** A row with a stray quotation mark at the start or end of this cell. */
  | { kind: 'stray'; number: number; cell: number; end: boolean; name: string }

/** A written row's lines, and its cells' texts if it is read. */
type WrittenUnit = { kind: Unit['kind']; line: number; lastLine: number; id: string; number: number }
/** `blank` lines hold only separators. */
export type WrittenList = { units: WrittenUnit[]; lines: number; blank: number[]; pieces: Uint8Array<ArrayBuffer>[] }

const name = fc.constantFrom(
  'Coho', 'Coho, Motors', 'Coho; Motors', 'Coho\tMotors', 'Coho\nMotors', 'Coho "Premier" Motors', '"Coho"', 'Coho\n\n"Motors"\nNord',
)
const unit: fc.Arbitrary<Unit> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('blank'), cells: fc.nat(5) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('row'), number: fc.nat(30), name,
      id: fc.constantFrom('own', 'own', 'own', 'bad', 'of an earlier row'),
      cells: fc.constantFrom('all', 'all', 'all', 'too few', 'too many'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again'), number: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stray'), number: fc.nat(30), cell: fc.nat(3), end: fc.boolean(), name }) },
)

/** A customer list before it is written with ids of its own. */
export const anyCustomerList = fc.record({
  units: fc.array(unit, { maxLength: 14 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\uFEFF'),
  isEnded: fc.boolean(),
  quotesAll: fc.boolean(),
  pieceSizes: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }),
})
type AnyCustomerList = typeof anyCustomerList extends fc.Arbitrary<infer List> ? List : never

const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship']
const idOf = (run: number, number: number) =>
  `${run.toString(16).padStart(8, '0')}-99a9-482a-ac8b-${String(number).padStart(12, '0')}`

/** Gives every row's id and domain its number, so that rows cannot be confused. */
export function writeCustomerList(list: AnyCustomerList, run: number): WrittenList {
  const { delimiter, lineEnd } = list
  const quoted = (cell: string) =>
    list.quotesAll || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const texts = [header.map(quoted).join(delimiter)]
  const units: WrittenUnit[] = []
  let line = 2
  for (const [index, each] of list.units.entries()) {
    const earlier = each.kind === 'again' ? units[each.number % (index || 1)] : undefined
    if (earlier) {
      const lastLine = line + earlier.lastLine - earlier.line
      texts.push(texts[units.indexOf(earlier) + 1] ?? '')
      units.push({ ...earlier, line, lastLine })
      line = lastLine + 1
      continue
    }
    const number = index + 1
    const id = idOf(run, each.kind === 'row' && each.id === 'of an earlier row' && index > 0 ? 1 + (each.number % index) : number)
    const text = textOf(each, { number, id, delimiter, quoted })
    const lastLine = line + text.split('\n').length - 1
    texts.push(text)
    units.push({ kind: each.kind === 'again' ? 'blank' : each.kind, line, lastLine, id, number })
    line = lastLine + 1
  }
  const isEnded = list.isEnded || texts.at(-1) === ''
  const text = list.mark + texts.join('\n').concat(isEnded ? '\n' : '').replaceAll('\n', lineEnd)
  const pieces = piecesOf(new TextEncoder().encode(text), list.pieceSizes)
  const blank = texts.join('\n').split('\n').flatMap((each, index) => (each.replaceAll(delimiter, '') === '' ? [index + 1] : []))
  return { units, lines: line - 1, blank, pieces }
}

type How = { number: number; id: string; delimiter: string; quoted: (cell: string) => string }

function textOf(given: Unit, { number, id, delimiter, quoted }: How): string {
  if (given.kind === 'blank') return delimiter.repeat(given.cells)
  if (given.kind === 'again') return ''
  const cells = [id, `${number} ${given.name}`, `c${number}.example`, 'Cloud Reseller']
  if (given.kind === 'stray') {
    const written = cells.map(quoted)
    written[given.cell] = given.end ? `${written[given.cell]}"` : `"${written[given.cell]}`
    return written.join(delimiter)
  }
  if (given.id === 'bad') cells[0] = `bad-${number}`
  const some = given.cells === 'too few' ? cells.slice(0, 2) : given.cells === 'too many' ? [...cells, 'more'] : cells
  return some.map(quoted).join(delimiter)
}

function piecesOf(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < bytes.length; at += pieces.at(-1)?.length ?? 1) {
    const size = sizes[pieces.length % sizes.length] ?? 1
    pieces.push(bytes.slice(at, at + size))
  }
  return pieces
}

export function bodyOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = pieces.values()
  return new ReadableStream({
    pull(to) {
      const next = left.next()
      if (next.done) to.close()
      else to.enqueue(next.value)
    },
  })
}
