import { z } from '@hono/zod-openapi'
import {
  AutoExtendOutcome, AutoExtendRequest, ExpiryBoard, GdapChange, GdapDraft, GdapId, GdapRelationshipDetail, GdapRelationshipOnWire,
  GdapRequest, GdapRequestOnWire, GdapSendRequest, GdapView,
} from '../../../domain/gdap/schemas.ts'
import { InvitationMessage } from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { headers, inLanguage, itemsOf, refusals, scoped, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const one = { params: z.object({ id: GdapId }) }
const detail = GdapRelationshipDetail.meta({ id: 'DelegatedAdminRelationship' })

export const gdapRoutes = {
  list: scoped.read.get('/delegated-admin/relationships', { query: GdapView.extend(PageQuery.shape).strict() }, {
    200: json(pageOf(GdapRelationshipOnWire), 'The partner’s own, or those that the customer’s tenant was asked for'),
    ...problems(400, 401, 422),
  }),
  create: scoped.delegatedAdmin.post('/delegated-admin/relationships', { headers, ...jsonBodyOf(GdapDraft) }, {
    201: json(detail, 'A draft, which nobody else sees yet'), ...problems(400, 401, 403, 404, 409, 415, 422),
  }),
  nameTaken: scoped.read.get('/delegated-admin/relationships/name-taken', {
    query: GdapDraft.pick({ displayName: true, resellerId: true }),
  }, {
    200: json(z.object({ taken: z.boolean() }), 'Among all relationships of the partner, or of its reseller that is named (BR-82)'),
    ...problems(401, 403, 422),
  }),
  read: scoped.read.get('/delegated-admin/relationships/{id}', one, {
    200: json(detail, 'One relationship with its history, and its links while it waits'), ...problems(401, 404),
  }),
  change: scoped.delegatedAdmin.patch('/delegated-admin/relationships/{id}', { ...one, headers, ...jsonBodyOf(GdapChange) }, {
    200: json(detail, 'Changed'), 202: json(detail, 'Global administrator is on its way out (BR-88)'), ...refusals, ...problems(428),
  }),
  remove: scoped.delegatedAdmin.delete('/delegated-admin/relationships/{id}', { ...one, headers }, {
    204: { description: 'The draft is gone' }, ...refusals, ...problems(428),
  }),
}

export const gdapVerbRoutes = {
  request: scoped.delegatedAdmin.post('/delegated-admin/relationships/{id}/requests', { ...one, headers, ...jsonBodyOf(GdapRequest) }, {
    201: json(GdapRequestOnWire, 'Finalised, ended, or the reseller’s answer to its provider'), ...refusals, ...problems(429),
  }),
  approve: signedInLately.post('/delegated-admin/relationships/{id}/approve', { ...one, headers }, {
    200: json(detail, 'All of it is approved, for the caller’s tenant'), ...refusals,
  }),
}

export const gdapMessageRoutes = {
  message: scoped.read.get('/delegated-admin/relationships/{id}/message', { ...one, query: inLanguage }, {
    200: json(InvitationMessage, 'The mail that carries a request which waits, with its link; in the customer’s language, if known'),
    ...problems(401, 403, 404, 409, 422),
  }),
  send: scoped.delegatedAdmin.post('/delegated-admin/relationships/{id}/send', { ...one, headers, ...jsonBodyOf(GdapSendRequest) }, {
    200: json(detail, 'Recorded as sent to the customer; mailed where mail leaves'), ...refusals, ...problems(429),
  }),
}

export const gdapExpiryRoutes = {
  board: scoped.read.get('/delegated-admin/expiry', {}, {
    200: json(ExpiryBoard, 'How many stand in each column of the board'), ...problems(401),
  }),
  autoExtend: scoped.delegatedAdmin.post('/delegated-admin/auto-extend', { headers, ...jsonBodyOf(AutoExtendRequest) }, {
    200: json(itemsOf(AutoExtendOutcome), 'An outcome for each id, in their order'), ...problems(400, 401, 403, 409, 415, 422),
  }),
}
