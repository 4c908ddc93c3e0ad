import type { ProblemCode } from '../problem-codes.ts'
import { cleanLine, cleanText, holdsUnseen } from '../words-of-others/cleaned.ts'
import { readDomain } from '../words-of-others/domain-name.ts'
import type { CustomerRecord } from './customer.ts'
import type { ImportHeader } from './import-header.ts'
import { isSeveralRows, type ListRow } from './list-rows.ts'
import { relationWorded } from './relation-wordings.ts'
import { longestRead, normalizeTenantId } from './tenant-id.ts'

/** A cell is measured in characters (code points), a row or line in UTF-16 code units. */
export const importLimits = { rows: 50_000, rowLength: 64 * 1024, name: 256, relationship: 256 } as const

/** A remark on a row; the catalogue has its sentence under `problem.` + code. */
export type ImportRemark = { code: ProblemCode; params?: Record<string, string | number> }

export type ImportedRow = Pick<CustomerRecord, 'id' | 'relationshipToPartner' | 'relationshipText'> & {
  companyName: string
  domain: string
}

export type ImportOutcome = { row: ImportedRow; notices: ImportRemark[] } | { rejected: ImportRemark }

const gaps = /[\s\u0085]+/g
const lineBreak = /[\r\n\t\v\f\u0085\u2028\u2029]/
const joinedLines = (text: string): string => text.replaceAll(gaps, (gap) => (lineBreak.test(gap) ? ' ' : gap))

/** Cleans a name and puts it on one line; reports what that took away. Text that a spreadsheet would take for a formula stays. */
export function readName(text: string): { name: string; notices: ImportRemark[] } {
  const joined = joinedLines(text)
  const visible = cleanText(joined)
  const name = cleanLine(joined)
  const notices: ImportRemark[] = []
  if (joinedLines(text.trim()) !== text.trim()) notices.push({ code: 'import.line_break_replaced' })
  if (holdsUnseen(joined)) notices.push({ code: 'import.invisible_characters_removed' })
  if (visible !== name && text.trim() !== text) notices.push({ code: 'import.padding_removed' })
  return { name, notices }
}

const ofWindows1252 = '\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC\\u2013-\\u203A\\u20AC\\u2122'
const damage = new RegExp(`\\uFFFD|\\p{L}\\?\\p{L}|\\?{2}|[ÂÃ][${ofWindows1252}]|â€`, 'u')

/** Tells whether a program seems to have damaged a name: question marks in place of letters, or UTF-8 read as Windows-1252. */
export const looksDamaged = (name: string): boolean => damage.test(name)

/**
 * Reads the Relationship column (section 4.2), which may hold several wordings with commas; the reseller relationship wins. Keeps the text
 * unless one of our relations says all of it.
 */
export function readRelationship(text: string): Pick<ImportedRow, 'relationshipToPartner' | 'relationshipText'> & { known: boolean } {
  const tidy = readName(text).name
  const parts = tidy.split(/[,，、]/).map((part) => part.trim()).filter((part) => part !== '')
  const relations = parts.map(relationWorded)
  const known = parts.length > 0 && relations.every((relation) => relation !== undefined)
  const first = relations.includes('reseller') ? 'reseller' : relations.find((relation) => relation !== undefined)
  const saysAll = parts.length === 0 || (known && parts.length === 1)
  return { relationshipToPartner: first ?? 'unknown', relationshipText: saysAll ? null : tidy, known }
}

const excerpt = (text: string): string => [...readName(text.slice(0, longestRead)).name].slice(0, 60).join('')

const isBlank = (text: string): boolean => text.length <= longestRead && cleanLine(text) === ''

const characters = (text: string): number => [...text].length

/** Says why a row's lines are refused together; undefined when they are a row. */
export function whyNoRow(row: ListRow, { width }: Pick<ImportHeader, 'width'>): ImportRemark | undefined {
  const { line, lastLine } = row
  if (row.quote === 'open') return { code: 'import.quote_never_closed', params: { line: lastLine } }
  return isSeveralRows(row, { most: width, least: width }) ? { code: 'import.quote_over_rows', params: { line, lastLine } } : undefined
}

/** Reads one row. A cell beyond the columns may hold what a missing quote cut off, so such a row is refused. */
export function readImportRow(cells: readonly string[], { columns, width }: ImportHeader): ImportOutcome {
  const rejected = (code: ProblemCode, params?: ImportRemark['params']): ImportOutcome => (
    { rejected: params ? { code, params } : { code } }
  )
  if (cells.length < width) return rejected('import.too_few_cells', { cells: cells.length, columns: width })
  const isTooLong = cells.slice(width).some((cell) => cell.trim() !== '')
  if (isTooLong) return rejected('import.too_many_cells', { cells: cells.length, columns: width })

  const cell = (column: keyof typeof columns) => cells[columns[column]] ?? ''
  if (isBlank(cell('id'))) return rejected('import.missing_id')
  const id = normalizeTenantId(cell('id'))
  if (id === undefined) return rejected('import.bad_id', { value: excerpt(cell('id')) })

  const tooLong = (length: number) => rejected('import.name_too_long', { length, limit: importLimits.name })
  if (cell('companyName').length > longestRead) return tooLong(cell('companyName').length)
  const { name, notices } = readName(cell('companyName'))
  if (name === '') return rejected('import.missing_name')
  if (characters(name) > importLimits.name) return tooLong(characters(name))
  if (looksDamaged(name)) notices.push({ code: 'import.name_looks_damaged', params: { value: excerpt(name) } })

  if (isBlank(cell('domain'))) return rejected('import.missing_domain')
  const domain = readDomain(cell('domain'))
  if (domain === undefined) return rejected('import.bad_domain', { value: excerpt(cell('domain')) })

  const relationshipTooLong = rejected('import.relationship_too_long', { limit: importLimits.relationship })
  if (cell('relationship').length > longestRead) return relationshipTooLong
  const { known, ...relationship } = readRelationship(cell('relationship'))
  if (characters(relationship.relationshipText ?? '') > importLimits.relationship) return relationshipTooLong
  if (!known)
    notices.push(
      relationship.relationshipText === null
        ? { code: 'import.missing_relationship' }
        : { code: 'import.unknown_relationship', params: { value: relationship.relationshipText } },
    )
  return { row: { id, companyName: name, domain, ...relationship }, notices }
}

const sameRow = (a: ImportedRow, b: ImportedRow): boolean =>
  a.companyName === b.companyName && a.domain === b.domain && a.relationshipToPartner === b.relationshipToPartner &&
  a.relationshipText === b.relationshipText

/**
 * Compares a row with an earlier one of the same tenant: `repeated` or `contradicted`. Neither of two contradicting rows is trusted, so the
 * first stays and a person decides.
 */
export const comparedWithEarlier = (row: ImportedRow, earlier: ImportedRow | undefined): 'new' | 'repeated' | 'contradicted' =>
  earlier === undefined ? 'new' : sameRow(row, earlier) ? 'repeated' : 'contradicted'
