import type { BulkResult } from '../../../../domain/bulk-invitations/outcomes.ts'
import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { type BulkColumn, bulkColumns } from './bulk-columns.ts'
import type { BulkRow } from './read-list.ts'
import { columnNames } from './use-reading.ts'

/** A row's displayed result: `unread` was not sent, `waiting` is not made yet. */
export type RowResult = BulkResult | 'unread' | 'waiting'

export function resultOf(row: BulkRow, outcome: BulkOutcome | undefined, dry: boolean): RowResult {
  if (row.problem) return 'unread'
  const result = outcome?.outcome ?? 'would_create'
  return result === 'would_create' && !dry ? 'waiting' : result
}

/** A row's customer by its cells. */
export const customerOf = ({ cells }: BulkRow): string => cells.companyName || cells.domain || cells.email || cells.tenantId

export const isToLookAt = (result: RowResult, outcome: BulkOutcome | undefined): boolean =>
  ['refused', 'mismatch', 'unread'].includes(result) || (outcome?.warnings.length ?? 0) > 0

/** The list's column of a problem's pointer. */
const columnAt = (pointer: string): BulkColumn | undefined =>
  bulkColumns.find((column) => [`/customer/${column}`, `/${column}`, `/${column}Id`].includes(pointer))

/** Why a row is not made, or warnings about it, in the server's sentences. */
export function whyOf(words: Words, { problem }: BulkRow, outcome: BulkOutcome | undefined): string {
  const { t } = words
  if (problem) return t(problem.id, problem.values)
  if (!outcome) return ''
  if (outcome.outcome === 'mismatch') return t('bulk.mismatch')
  const names = columnNames(words)
  const { detail, rule, errors = [] } = outcome.problem ?? {}
  const named = errors.map((error) => {
    const column = columnAt(error.pointer)
    return column ? t('bulk.about', { column: names[column], why: error.detail }) : error.detail
  })
  const said = named.length > 0 ? named : detail === undefined ? [] : [detail]
  const why = said.join(' ')
  return [
    // The rule comes first, for narrow rows.
    rule === undefined ? why : t('bulk.about', { column: t('ui.reason.rule', { rule }), why }),
    ...outcome.warnings.map((warning) => t(`bulk.warning.${warning}`)),
  ].filter(Boolean).join(' ')
}
