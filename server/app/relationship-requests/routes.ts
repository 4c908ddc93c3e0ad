import { PageQuery, pageOf } from '../../../domain/page.ts'
import { RelationshipRequest, RequestsView } from '../../../domain/relationship-requests/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { requestOnWire } from './requests.ts'
import { pageOnWire } from '../http/wire.ts'

export const relationshipRequestRoutes = {
  list: scoped.read.get('/relationship-requests', { query: RequestsView.extend(PageQuery.shape).strict() }, {
    200: json(
      pageOf(RelationshipRequest.meta({ id: 'RelationshipRequest' })),
      'One for each customer tenant and invitation, newest first: made by, handed to or asked of the organisation; never the link',
    ),
    ...problems(400, 401, 422),
  }),
}

export const relationshipRequestEndpoints = ({ store, now }: Ports) =>
  endpoints().openapi(relationshipRequestRoutes.list, async (c) => {
    const { actor } = c.var
    const { limit, cursor, ...view } = c.req.valid('query')
    const at = now()
    const page = await store.relationshipRequests.list(scopeOf(actor), view, { limit, cursor }, at.toISOString())
    return c.json(pageOnWire(page, (found) => requestOnWire(found, actor, at)), 200)
  })
