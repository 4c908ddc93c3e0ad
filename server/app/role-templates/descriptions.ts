import { createRoute, z } from '@hono/zod-openapi'
import {
  RoleChanges, RoleInWords, RoleTemplate, RoleTemplateDraft, TaskInWords, TemplateDrift,
} from '../../../domain/gdap/schemas.ts'
import { signedIn } from '../http/api.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const middleware = signedIn
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const one = { params: z.object({ id: z.string() }), headers }
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)

export const roleTemplateRoutes = {
  roles: createRoute({
    method: 'get',
    path: '/delegated-admin/roles',
    middleware,
    responses: {
      200: json(
        z.object({ items: z.array(RoleInWords), tasks: z.array(TaskInWords), changes: RoleChanges }),
        'Every built-in role in plain words, the least role by task, and what changed in the catalogue',
      ),
      ...problems(401),
    },
  }),
  list: createRoute({
    method: 'get',
    path: '/delegated-admin/templates',
    middleware,
    responses: {
      200: json(
        z.object({ items: z.array(RoleTemplate), recommended: z.array(z.uuid()) }),
        'The built-in ones, then the partner’s own; the roles recommended to a partner of this kind',
      ),
      ...problems(401, 403),
    },
  }),
  drift: createRoute({
    method: 'get',
    path: '/delegated-admin/templates/drift',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(TemplateDrift) }), 'Per template the live relationships that differ'),
      ...problems(401, 403),
    },
  }),
  create: createRoute({
    method: 'post',
    path: '/delegated-admin/templates',
    middleware,
    request: { headers, ...jsonBodyOf(RoleTemplateDraft) },
    responses: { 201: json(RoleTemplate, 'A template of the partner’s own'), ...refusals },
  }),
  change: createRoute({
    method: 'put',
    path: '/delegated-admin/templates/{id}',
    middleware,
    request: { ...one, ...jsonBodyOf(RoleTemplateDraft) },
    responses: { 200: json(RoleTemplate, 'Changed; relationships that stand stay as they are'), ...refusals },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/delegated-admin/templates/{id}',
    middleware,
    request: one,
    responses: { 204: { description: 'Gone; relationships that stand stay as they are' }, ...refusals },
  }),
}
