import { createRoute, z } from '@hono/zod-openapi'
import {
  AccessAssignmentOnWire, AccessExplained, AssignmentChange, AssignmentDraft, GdapId, PartnerGroup,
} from '../../../../domain/gdap/schemas.ts'
import { signedIn } from '../../http/api.ts'
import { json, jsonBodyOf, problems } from '../../http/documented.ts'

const middleware = signedIn
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const of = { params: z.object({ id: GdapId }) }
const one = { params: z.object({ id: GdapId, aid: z.uuid() }) }
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)
const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })
const assignment = AccessAssignmentOnWire.meta({ id: 'DelegatedAdminAccessAssignment' })

export const gdapAssignmentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships/{id}/access-assignments',
    middleware,
    request: of,
    responses: { 200: json(itemsOf(assignment), 'Which of the partner’s groups hold which roles'), ...problems(401, 403, 404) },
  }),
  create: createRoute({
    method: 'post',
    path: '/delegated-admin/relationships/{id}/access-assignments',
    middleware,
    request: { ...of, headers, ...jsonBodyOf(AssignmentDraft) },
    responses: { 201: json(assignment, 'Pending, soon active'), ...refusals },
  }),
  read: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships/{id}/access-assignments/{aid}',
    middleware,
    request: one,
    responses: { 200: json(assignment, 'One of them, while it is not gone'), ...problems(401, 403, 404) },
  }),
  change: createRoute({
    method: 'patch',
    path: '/delegated-admin/relationships/{id}/access-assignments/{aid}',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(AssignmentChange) },
    responses: {
      200: json(assignment, 'It has these roles already; nothing was written'),
      202: json(assignment, 'Other roles of the relationship; Location is the assignment itself, where Graph names an operation'),
      ...refusals,
      ...problems(428),
    },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/delegated-admin/relationships/{id}/access-assignments/{aid}',
    middleware,
    request: { ...one, headers },
    responses: { 204: { description: 'On its way out' }, ...refusals, ...problems(428) },
  }),
  groups: createRoute({
    method: 'get',
    path: '/delegated-admin/groups',
    middleware,
    responses: { 200: json(itemsOf(PartnerGroup), 'The security groups of the caller’s own organisation'), ...problems(401) },
  }),
  access: createRoute({
    method: 'get',
    path: '/delegated-admin/access',
    middleware,
    request: { query: z.object({ groupId: z.uuid(), customerTenantId: z.uuid() }).strict() },
    responses: { 200: json(AccessExplained, 'Why a group has access to a customer, or has not'), ...problems(401, 422) },
  }),
}
