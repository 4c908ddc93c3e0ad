import { createRoute } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { Partnership } from '../../../domain/partnerships/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../api.ts'
import { json, problems } from '../documented.ts'
import type { Ports } from '../ports.ts'
import { pageOnWire, partnershipOnWire } from '../wire.ts'

export const partnershipRoutes = {
  list: createRoute({
    method: 'get',
    path: '/partnerships',
    middleware: signedIn,
    request: { query: PageQuery.strict() },
    responses: { 200: json(pageOf(Partnership), 'Both sides see theirs'), ...problems(400, 401, 422) },
  }),
}

export const partnershipEndpoints = ({ store }: Ports) =>
  endpoints().openapi(partnershipRoutes.list, async (c) => {
    const page = await store.partnerships.list(scopeOf(c.var.actor), c.req.valid('query'))
    return c.json(pageOnWire(page, partnershipOnWire), 200)
  })
