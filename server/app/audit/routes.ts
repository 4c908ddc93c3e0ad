import { AuditEvent } from '../../../domain/audit/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'

export const auditRoutes = {
  list: scoped.audit.get('/audit', { query: PageQuery.strict() }, {
    200: json(pageOf(AuditEvent), 'The organisation’s own events, newest first'), ...problems(400, 401, 422),
  }),
}

export const auditEndpoints = ({ store }: Ports) =>
  endpoints().openapi(auditRoutes.list, async (c) => c.json(await store.audit.list(scopeOf(c.var.actor), c.req.valid('query')), 200))
