import type { GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { BulkRow } from './bulk-setup.ts'

/** A row's displayed result: `unread` names nobody, `repeated` repeats a row above, `waiting` is not made yet. */
export type RowResult = GdapBulkOutcome['outcome'] | 'unread' | 'repeated' | 'waiting'

export function resultOf(row: BulkRow, outcome: GdapBulkOutcome | undefined, isDry: boolean): RowResult {
  if (row.problem) return row.problem.id === 'gdap-requests.bulk.problem.repeated' ? 'repeated' : 'unread'
  const result = outcome?.outcome ?? 'would_create'
  return result === 'would_create' && !isDry ? 'waiting' : result
}

export const isToLookAt = (result: RowResult, outcome: GdapBulkOutcome | undefined): boolean =>
  result === 'refused' || result === 'unread' || (outcome?.advice.length ?? 0) > 0

/** Why a request is not made, or advice on it, in the server's sentences; the rule comes first, for narrow rows. */
export function whyOf({ t }: Pick<Words, 't'>, { problem }: BulkRow, outcome: GdapBulkOutcome | undefined): string {
  if (problem) return t(problem.id, problem.values)
  if (!outcome) return ''
  const { detail = '', rule } = outcome.problem ?? {}
  const why = rule === undefined ? detail : t('bulk.about', { column: t('ui.reason.rule', { rule }), why: detail })
  return [why, ...outcome.advice.map((advice) => t(`gdap-requests.bulk.advice.${advice}`))].filter(Boolean).join(' ')
}
