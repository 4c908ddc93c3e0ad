import type { GdapBulkOutcome } from '../../../../domain/bulk-relationships/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { BulkRow } from './bulk-setup.ts'

/** What a row came to as it is shown: `unread` names nobody, `repeated` somebody who is asked above, `waiting` is not yet made. */
export type RowResult = GdapBulkOutcome['outcome'] | 'unread' | 'repeated' | 'waiting'

export function resultOf(row: BulkRow, outcome: GdapBulkOutcome | undefined, isDry: boolean): RowResult {
  if (row.problem) return row.problem.id === 'gdap-requests.bulk.problem.repeated' ? 'repeated' : 'unread'
  const result = outcome?.outcome ?? 'would_create'
  return result === 'would_create' && !isDry ? 'waiting' : result
}

/** Whether a person should look at the row. */
export const isToLookAt = (result: RowResult, outcome: GdapBulkOutcome | undefined): boolean =>
  result === 'refused' || result === 'unread' || (outcome?.advice.length ?? 0) > 0

/** Why a request is not made, or what to know of it: the server's sentences as it said them, the rule first, which a narrow row shows. */
export function whyOf({ t }: Pick<Words, 't'>, { problem }: BulkRow, outcome: GdapBulkOutcome | undefined): string {
  if (problem) return t(problem.id, problem.values)
  if (!outcome) return ''
  const { detail = '', rule } = outcome.problem ?? {}
  const why = rule === undefined ? detail : t('bulk.about', { column: t('ui.reason.rule', { rule }), why: detail })
  return [why, ...outcome.advice.map((advice) => t(`gdap-requests.bulk.advice.${advice}`))].filter(Boolean).join(' ')
}
