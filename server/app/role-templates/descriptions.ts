import { z } from '@hono/zod-openapi'
import {
  RoleChanges, RoleInWords, RoleTemplate, RoleTemplateDraft, TaskInWords, TemplateDrift,
} from '../../../domain/gdap/schemas.ts'
import { Total } from '../../../domain/page.ts'
import { headers, itemsOf, refusals, scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const one = { params: z.object({ id: z.string() }), headers }

export const roleTemplateRoutes = {
  roles: scoped.read.get('/delegated-admin/roles', {}, {
    200: json(
      z.object({ items: z.array(RoleInWords), tasks: z.array(TaskInWords), changes: RoleChanges }),
      'Every built-in role in plain words, the least role by task, and what changed in the catalogue',
    ),
    ...problems(401),
  }),
  list: scoped.read.get('/delegated-admin/templates', {}, {
    200: json(
      z.object({ items: z.array(RoleTemplate), recommended: z.array(z.uuid()) }),
      'The built-in ones, then the partner’s own; the roles recommended to a partner of this kind',
    ),
    ...problems(401, 403),
  }),
  drift: scoped.read.get('/delegated-admin/templates/drift', {}, {
    200: json(itemsOf(TemplateDrift).extend({ compared: Total }), 'Per template the live relationships that differ, of those compared'),
    ...problems(401, 403),
  }),
  create: scoped.delegatedAdmin.post('/delegated-admin/templates', { headers, ...jsonBodyOf(RoleTemplateDraft) }, {
    201: json(RoleTemplate, 'A template of the partner’s own'), ...refusals,
  }),
  change: scoped.delegatedAdmin.put('/delegated-admin/templates/{id}', { ...one, ...jsonBodyOf(RoleTemplateDraft) }, {
    200: json(RoleTemplate, 'Changed; relationships that stand stay as they are'), ...refusals,
  }),
  remove: scoped.delegatedAdmin.delete('/delegated-admin/templates/{id}', one, {
    204: { description: 'Gone; relationships that stand stay as they are' }, ...refusals,
  }),
}
