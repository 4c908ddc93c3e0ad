import type { AuditView } from '../../../domain/audit/schemas.ts'
import { callFile } from '../../api/call-file.ts'
import { call } from '../../api/call.ts'
import { gridOf, reading } from '../../api/reading.ts'

/** Every change that the page hears of leaves an entry here. */
export const auditQueries = {
  list: (view: AuditView) => gridOf(['audit', 'list', view], '/audit', view),
  settings: () => reading(['audit', 'settings'], '/audit/settings'),
}

/** 412 when somebody changed the settings since. */
export const saveRetention = ({ etag, retentionDays }: { etag: string; retentionDays: number }, idempotencyKey: string) =>
  call('PUT /audit/settings', { body: { retentionDays }, ifMatch: etag, idempotencyKey })

/** The rows of a view as a CSV file. */
export const exportedAudit = (view: AuditView): Promise<Blob> => callFile('GET /audit/export', { query: view })
