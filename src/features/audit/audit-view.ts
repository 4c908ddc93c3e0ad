import { auditActions } from '../../../domain/audit/actions.ts'
import type { AuditView } from '../../../domain/audit/schemas.ts'
import { auditOutcomes, callers } from '../../../domain/audit/through.ts'
import { listView, oneOf, someId, soughtText } from '../../ui/lists/list-view.ts'

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

const someDay = (given: string) => (isDay(given) ? given : undefined)

/** Days of the reader's calendar; without them the last 30 days. */
export const auditView = listView<AuditView>({
  from: someDay, to: someDay, action: oneOf(auditActions), customer: someId, by: soughtText, through: oneOf(callers),
  outcome: oneOf(auditOutcomes),
})
