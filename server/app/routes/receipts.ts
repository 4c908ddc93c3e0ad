import { createRoute, z } from '@hono/zod-openapi'
import { Receipt } from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../api.ts'
import { json, problems } from '../documented.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../problem-response.ts'

export const receiptRoutes = {
  list: createRoute({
    method: 'get',
    path: '/receipts',
    middleware: signedIn,
    request: { query: PageQuery.strict() },
    responses: {
      200: json(pageOf(Receipt.meta({ id: 'Receipt' })), 'The organisation’s own answers, newest first'), ...problems(400, 401, 422),
    },
  }),
  read: createRoute({
    method: 'get',
    path: '/receipts/{id}',
    middleware: signedIn,
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 200: json(Receipt, 'One answer'), ...problems(401, 404) },
  }),
}

export const receiptEndpoints = ({ store }: Ports) =>
  endpoints()
    .openapi(receiptRoutes.list, async (c) => c.json(await store.receipts.list(scopeOf(c.var.actor), c.req.valid('query')), 200))
    .openapi(receiptRoutes.read, async (c) => {
      const found = await store.receipts.find(scopeOf(c.var.actor), c.req.valid('param').id.toLowerCase())
      return c.json(visible(found, 'receipt.not_found'), 200)
    })
