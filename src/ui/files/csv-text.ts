import { cleanText } from '../../../domain/words-of-others/cleaned.ts'

/** East Asian spreadsheets treat the full-width forms alike. */
const formulaStart = /^\s*[=+\-@＝＋－＠]/

const cellOf = (value: string | number): string => {
  const text = typeof value === 'string' ? cleanText(value) : String(value)
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes CSV for spreadsheets: byte order mark, CRLF, RFC 4180 quoting, and no text that could start a formula. */
export const csvOf = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[header, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
