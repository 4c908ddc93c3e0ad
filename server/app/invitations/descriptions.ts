import { createRoute, z } from '@hono/zod-openapi'
import {
  ForwardRequest, Invitation, InvitationDetail, InvitationDraft, InvitationMessage, InvitationsView, InvitationText, InvitationWithLink,
  MessageCheck, ReissueRequest, SendRequest,
} from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { locales } from '../../../domain/session/locales.ts'
import { signedIn } from '../http/api.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const middleware = signedIn
const one = { params: z.object({ id: z.uuid() }) }
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const withKey = { headers: headers.pick({ 'idempotency-key': true }) }
const verb = { ...one, headers }
const invitation = Invitation.meta({ id: 'Invitation' })
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)

export const invitationRoutes = {
  list: createRoute({
    method: 'get',
    path: '/invitations',
    middleware,
    request: { query: InvitationsView.extend(PageQuery.shape).strict() },
    responses: {
      200: json(pageOf(invitation), 'Those made by or handed to the actor’s organisation, newest first'), ...problems(400, 401, 422),
    },
  }),
  create: createRoute({
    method: 'post',
    path: '/invitations',
    middleware,
    request: { ...jsonBodyOf(InvitationDraft), ...withKey },
    responses: {
      201: json(InvitationWithLink, 'Made, with its link'), ...problems(400, 401, 403, 409, 415, 422),
    },
  }),
  read: createRoute({
    method: 'get',
    path: '/invitations/{id}',
    middleware,
    request: one,
    responses: { 200: json(InvitationDetail, 'One invitation with its history; never the link'), ...problems(401, 404) },
  }),
  message: createRoute({
    method: 'get',
    path: '/invitations/{id}/message',
    middleware,
    request: { ...one, query: z.object({ language: z.enum(locales).optional() }).strict() },
    responses: { 200: json(InvitationMessage, 'The mail that the reseller forwards, with the link'), ...problems(401, 403, 404, 409, 422) },
  }),
  text: createRoute({
    method: 'get',
    path: '/invitations/{id}/text',
    middleware,
    request: { ...one, query: z.object({ language: z.enum(locales).optional() }).strict() },
    responses: {
      200: json(InvitationText, 'The same mail for whoever has the link, with U+E000 in its place'), ...problems(401, 403, 404, 409, 422),
    },
  }),
  checkMessage: createRoute({
    method: 'post',
    path: '/invitations/{id}/message',
    middleware,
    request: { ...one, ...jsonBodyOf(MessageCheck) },
    responses: {
      200: json(z.object({ keepsLink: z.literal(true) }), 'The exact link is in the text; nothing is changed'),
      ...problems(400, 401, 403, 404, 409, 415, 422),
    },
  }),
}

export const invitationVerbRoutes = {
  send: createRoute({
    method: 'post',
    path: '/invitations/{id}/send',
    middleware,
    request: { ...verb, ...jsonBodyOf(SendRequest, false) },
    responses: {
      200: json(invitation, 'Recorded as sent by its maker; mailed where mail leaves and an address is known'),
      ...refusals,
      ...problems(429),
    },
  }),
  forward: createRoute({
    method: 'post',
    path: '/invitations/{id}/forward',
    middleware,
    request: { ...verb, ...jsonBodyOf(ForwardRequest) },
    responses: { 200: json(invitation, 'Recorded as forwarded by the reseller; mailed where mail leaves'), ...refusals, ...problems(429) },
  }),
  reissue: createRoute({
    method: 'post',
    path: '/invitations/{id}/reissue',
    middleware,
    request: { ...verb, ...jsonBodyOf(ReissueRequest, false) },
    responses: { 200: json(InvitationWithLink, 'A new link; the one before is dead'), ...refusals },
  }),
  showLink: createRoute({
    method: 'post',
    path: '/invitations/{id}/link',
    middleware,
    request: verb,
    responses: { 200: json(InvitationWithLink, 'The link as it is, and its message, for its maker; recorded'), ...refusals },
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/invitations/{id}/withdraw',
    middleware,
    request: verb,
    responses: { 200: json(invitation, 'Withdrawn; its link is dead'), ...refusals },
  }),
}
