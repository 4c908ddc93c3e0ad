import { cleanText } from './cleaned.ts'

/** East Asian spreadsheets treat the full-width forms alike. */
const formulaStart = /^\s*[=+\-@＝＋－＠]/

const cellOf = (value: string | number): string => {
  const text = typeof value === 'string' ? cleanText(value) : String(value)
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Begins a CSV file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Writes one row for spreadsheets: CRLF, RFC 4180 quoting, and no text that could start a formula. */
export const csvLine = (row: readonly (string | number)[]): string => `${row.map(cellOf).join(',')}\r\n`

/** Writes a whole CSV file. */
export const csvOf = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  byteOrderMark + [header, ...rows].map(csvLine).join('')
