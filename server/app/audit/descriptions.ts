import { z } from '@hono/zod-openapi'
import { AuditEvent, AuditRecord, AuditSettings, AuditSettingsDraft, AuditView } from '../../../domain/audit/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { headers, itemsOf, refusals, scoped, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const RecentQuery = z.object({ limit: z.coerce.number().int().min(1).max(50).default(8) }).strict()

export const auditRoutes = {
  list: scoped.audit.get('/audit', { query: AuditView.extend(PageQuery.shape).strict() }, {
    200: json(
      pageOf(AuditRecord.meta({ id: 'AuditRecord' })),
      'The organisation’s log, newest first, for its Global admins and Admin agents: the last 30 days, or 30 days that begin '
      + '90 days ago at the earliest',
    ),
    ...problems(400, 401, 403, 422),
  }),
  export: scoped.audit.get('/audit/export', { query: AuditView.strict() }, {
    200: { description: 'The same rows as CSV, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400, 401, 403, 422),
  }),
  recent: scoped.audit.get('/audit/recent', { query: RecentQuery }, {
    200: json(itemsOf(AuditEvent), 'What was last done in the organisation, newest first, for everybody in it'), ...problems(401, 422),
  }),
  settings: scoped.audit.get('/audit/settings', {}, {
    200: json(AuditSettings, 'How long the log is kept, and how far the chain of its hashes reaches'), ...problems(401, 403),
  }),
  saveSettings: signedInLately.put('/audit/settings', { ...jsonBodyOf(AuditSettingsDraft), headers }, {
    200: json(AuditSettings, 'Chosen; what is older goes within the hour'), ...refusals,
  }),
}
