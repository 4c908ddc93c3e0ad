import type { Delimiter } from './import-header.ts'

/**
 * One row of a list, on lines counted from 1; a row of several lines has line breaks in quoted cells.
 * `separators`: the most in one cell beside a line break. `quote`: `open` is never closed, `followed` has text after its closing quote;
 * both are read as text.
 */
export type ListRow = { line: number; lastLine: number; cells: string[]; separators: number; quote?: 'open' | 'followed' }

/** Thrown when a line, or a row with an open quote, is too long. */
export class LineTooLong extends Error {
  readonly line: number

  constructor(line: number) {
    super(`Line ${line} is too long for a row`)
    this.line = line
  }
}

/** An unfinished row. `isDoubtful`: text follows a quote that closes a cell with a separator in it. */
type Begun = Omit<ListRow, 'lastLine'> & {
  lines: string[]; length: number; opened: number; cell?: string | undefined; isDoubtful?: boolean
}

/**
 * Divides text that comes in pieces into rows as RFC 4180 has them; each piece yields the rows that end in it. Quotation marks inside a
 * cell are text. An unclosed quote, or one longer than `longest` characters, is text: its row ends with its line, and the next lines are
 * rows of their own. Lines are counted on from `before`. Throws {@link LineTooLong}.
 */
export function rowDivider(delimiter: Delimiter, longest = Number.POSITIVE_INFINITY, before = 0) {
  let unended = ''
  let line = before
  let begun: Begun | undefined

  function* readLine(text: string, at: number): Generator<ListRow, void, void> {
    if (text.length > longest) throw new LineTooLong(at)
    begun ??= { line: at, cells: [], separators: 0, lines: [], length: 0, opened: at }
    begun.lines.push(text)
    begun.length += text.length + 1
    if (readOn(begun, text, at, delimiter)) {
      const { cells, separators } = begun
      const quote = begun.isDoubtful && begun.line === at && isOdd(text) ? 'open' : begun.quote
      yield { line: begun.line, lastLine: at, cells, separators, ...(quote && { quote }) }
      begun = undefined
    } else if (begun.length > longest) yield* withoutQuote(begun)
  }

  /** Treats an unclosed quote as text: the following lines are rows of their own. */
  function* withoutQuote({ line: first, opened, lines, separators }: Begun): Generator<ListRow, void, void> {
    begun = undefined
    const own = opened - first + 1
    yield { line: first, lastLine: opened, cells: lines.slice(0, own).join('\n').split(delimiter), separators, quote: 'open' }
    for (const [index, text] of lines.slice(own).entries()) yield* readLine(text, opened + 1 + index)
  }

  return {
    *take(text: string): Generator<ListRow, void, void> {
      const lines = (unended + text).split('\n')
      unended = lines.pop() ?? ''
      for (const each of lines) yield* readLine(each, ++line)
      if (unended.length > longest) throw new LineTooLong(line + 1)
    },
    *end(): Generator<ListRow, void, void> {
      if (unended !== '') yield* readLine(unended, ++line)
      while (begun) yield* withoutQuote(begun)
    },
  }
}

/** Reads one more line of a row; returns whether the row ends with it. */
function readOn(row: Begun, text: string, line: number, delimiter: Delimiter): boolean {
  if (row.cell === undefined && !text.includes('"')) {
    row.cells = text.split(delimiter)
    return true
  }
  for (let at = 0; ;) {
    if (row.cell === undefined && text[at] === '"') {
      row.cell = ''
      row.opened = line
      at += 1
    }
    if (row.cell === undefined) {
      const end = endOfCell(text, at, delimiter)
      row.cells.push(text.slice(at, end))
      if (end === text.length) return true
      at = end + 1
      continue
    }
    const quote = text.indexOf('"', at)
    if (quote < 0) {
      row.cell += `${text.slice(at)}\n`
      return false
    }
    row.cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] === '"') {
      row.cell += '"'
      at += 1
      continue
    }
    const end = endOfCell(text, at, delimiter)
    closeCell(row, text.slice(at, end), delimiter)
    if (end === text.length) return true
    at = end + 1
  }
}

/** An odd number of quotation marks leaves one alone. */
const isOdd = (text: string): boolean => text.split('"').length % 2 === 0

function endOfCell(text: string, from: number, delimiter: Delimiter): number {
  const end = text.indexOf(delimiter, from)
  return end < 0 ? text.length : end
}

function closeCell(row: Begun, rest: string, delimiter: Delimiter): void {
  const cell = row.cell ?? ''
  row.cell = undefined
  row.cells.push(rest === '' ? cell : `"${cell}"${rest}`)
  if (rest !== '') {
    row.quote = 'followed'
    row.isDoubtful ||= cell.includes(delimiter)
  }
  if (cell.includes('\n')) row.separators = Math.max(row.separators, cell.split(delimiter).length - 1)
}

/** A row of empty cells counts as none. */
export const isBlank = ({ cells, quote }: ListRow): boolean => quote !== 'open' && cells.every((cell) => cell.trim() === '')

const anyTenantId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i

/** Tells whether a cell holds a line break and another row's id or separators. */
const holdsAnother = ({ cells, separators }: ListRow, width: number): boolean =>
  separators >= Math.max(1, width - 1) || cells.some((cell) => cell.includes('\n') && anyTenantId.test(cell))

/**
 * Tells whether a stray quotation mark joined several rows into one: a cell holds a line break with an id or with a row's separators, or
 * there are too many or too few cells. A name written on several lines does not count. `width`: how many cells a row has at most and at
 * least.
 */
export function isSeveralRows(row: ListRow, width: { most: number; least: number }): boolean {
  if (row.lastLine === row.line) return false
  const { cells, quote } = row
  const doesNotFit = cells.length < width.least || cells.slice(width.most).some((cell) => cell.trim() !== '')
  return quote === 'followed' || doesNotFit || holdsAnother(row, width.least)
}

/** Tells whether a row above the header swallowed the header or customers. */
export const tookRows = (row: ListRow, width: number): boolean =>
  row.lastLine > row.line && (row.quote === 'followed' || holdsAnother(row, width))
