import { z } from '@hono/zod-openapi'
import {
  AccessAssignmentOnWire, AccessExplained, AssignmentChange, AssignmentDraft, GdapId, PartnerGroup,
} from '../../../../domain/gdap/schemas.ts'
import { headers, itemsOf, refusals, scoped } from '../../http/described.ts'
import { json, jsonBodyOf, problems } from '../../http/documented.ts'

const path = '/delegated-admin/relationships/{id}/access-assignments'
const of = { params: z.object({ id: GdapId }) }
const one = { params: z.object({ id: GdapId, aid: z.uuid() }) }
const assignment = AccessAssignmentOnWire.meta({ id: 'DelegatedAdminAccessAssignment' })

export const gdapAssignmentRoutes = {
  list: scoped.read.get(path, of, {
    200: json(itemsOf(assignment), 'Which of the partner’s groups hold which roles'), ...problems(401, 403, 404),
  }),
  create: scoped.delegatedAdmin.post(path, { ...of, headers, ...jsonBodyOf(AssignmentDraft) }, {
    201: json(assignment, 'Pending, soon active'), ...refusals,
  }),
  read: scoped.read.get(`${path}/{aid}`, one, {
    200: json(assignment, 'One of them, while it is not gone'), ...problems(401, 403, 404),
  }),
  change: scoped.delegatedAdmin.patch(`${path}/{aid}`, { ...one, headers, ...jsonBodyOf(AssignmentChange) }, {
    200: json(assignment, 'It has these roles already; nothing was written'),
    202: json(assignment, 'Other roles of the relationship; Location is the assignment itself, where Graph names an operation'),
    ...refusals,
    ...problems(428),
  }),
  remove: scoped.delegatedAdmin.delete(`${path}/{aid}`, { ...one, headers }, {
    204: { description: 'On its way out' }, ...refusals, ...problems(428),
  }),
  groups: scoped.read.get('/delegated-admin/groups', {}, {
    200: json(itemsOf(PartnerGroup), 'The security groups of the caller’s own organisation'), ...problems(401),
  }),
  access: scoped.read.get('/delegated-admin/access', { query: z.object({ groupId: z.uuid(), customerTenantId: z.uuid() }).strict() }, {
    200: json(AccessExplained, 'Why a group has access to a customer, or has not'), ...problems(401, 422),
  }),
}
