import { createRoute, z } from '@hono/zod-openapi'
import {
  AutoExtendOutcome, AutoExtendRequest, ExpiryBoard, GdapChange, GdapDraft, GdapId, GdapRelationshipDetail, GdapRelationshipOnWire,
  GdapRequest, GdapRequestOnWire, GdapSendRequest, GdapView,
} from '../../../domain/gdap/schemas.ts'
import { InvitationMessage } from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { locales } from '../../../domain/session/locales.ts'
import { signedIn } from '../http/api.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const middleware = signedIn
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const one = { params: z.object({ id: GdapId }) }
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)
const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })
const detail = GdapRelationshipDetail.meta({ id: 'DelegatedAdminRelationship' })

export const gdapRoutes = {
  list: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships',
    middleware,
    request: { query: GdapView.extend(PageQuery.shape).strict() },
    responses: {
      200: json(pageOf(GdapRelationshipOnWire), 'The partner’s own, or those that the customer’s tenant was asked for'),
      ...problems(400, 401, 422),
    },
  }),
  create: createRoute({
    method: 'post',
    path: '/delegated-admin/relationships',
    middleware,
    request: { headers, ...jsonBodyOf(GdapDraft) },
    responses: { 201: json(detail, 'A draft, which nobody else sees yet'), ...problems(400, 401, 403, 404, 409, 415, 422) },
  }),
  nameTaken: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships/name-taken',
    middleware,
    request: { query: GdapDraft.pick({ displayName: true, resellerId: true }) },
    responses: {
      200: json(z.object({ taken: z.boolean() }), 'Among all relationships of the partner, or of its reseller that is named (BR-82)'),
      ...problems(401, 403, 422),
    },
  }),
  read: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships/{id}',
    middleware,
    request: one,
    responses: { 200: json(detail, 'One relationship with its history, and its links while it waits'), ...problems(401, 404) },
  }),
  change: createRoute({
    method: 'patch',
    path: '/delegated-admin/relationships/{id}',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(GdapChange) },
    responses: {
      200: json(detail, 'Changed'), 202: json(detail, 'Global administrator is on its way out (BR-88)'), ...refusals, ...problems(428),
    },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/delegated-admin/relationships/{id}',
    middleware,
    request: { ...one, headers },
    responses: { 204: { description: 'The draft is gone' }, ...refusals, ...problems(428) },
  }),
}

export const gdapVerbRoutes = {
  request: createRoute({
    method: 'post',
    path: '/delegated-admin/relationships/{id}/requests',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(GdapRequest) },
    responses: {
      201: json(GdapRequestOnWire, 'Finalised, ended, or the reseller’s answer to its provider'), ...refusals, ...problems(429),
    },
  }),
  approve: createRoute({
    method: 'post',
    path: '/delegated-admin/relationships/{id}/approve',
    middleware,
    request: { ...one, headers },
    responses: { 200: json(detail, 'All of it is approved, for the caller’s tenant'), ...refusals },
  }),
}

export const gdapMessageRoutes = {
  message: createRoute({
    method: 'get',
    path: '/delegated-admin/relationships/{id}/message',
    middleware,
    request: { ...one, query: z.object({ language: z.enum(locales).optional() }).strict() },
    responses: {
      200: json(InvitationMessage, 'The mail that carries a request which waits, with its link; in the customer’s language, if known'),
      ...problems(401, 403, 404, 409, 422),
    },
  }),
  send: createRoute({
    method: 'post',
    path: '/delegated-admin/relationships/{id}/send',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(GdapSendRequest) },
    responses: { 200: json(detail, 'Recorded as sent to the customer; mailed where mail leaves'), ...refusals, ...problems(429) },
  }),
}

export const gdapExpiryRoutes = {
  board: createRoute({
    method: 'get',
    path: '/delegated-admin/expiry',
    middleware,
    responses: { 200: json(ExpiryBoard, 'How many stand in each column of the board'), ...problems(401) },
  }),
  autoExtend: createRoute({
    method: 'post',
    path: '/delegated-admin/auto-extend',
    middleware,
    request: { headers, ...jsonBodyOf(AutoExtendRequest) },
    responses: {
      200: json(itemsOf(AutoExtendOutcome), 'An outcome for each id, in their order'), ...problems(400, 401, 403, 409, 415, 422),
    },
  }),
}
