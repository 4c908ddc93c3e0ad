import { z } from '@hono/zod-openapi'
import {
  ForwardRequest, Invitation, InvitationDetail, InvitationDraft, InvitationMessage, InvitationsView, InvitationText, InvitationWithLink,
  MessageCheck, ReissueRequest, SendRequest,
} from '../../../domain/invitations/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { byId, headers, inLanguage, keyHeader, refusals, scoped } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const verb = { ...byId, headers }
const invitation = Invitation.meta({ id: 'Invitation' })

export const invitationRoutes = {
  list: scoped.read.get('/invitations', { query: InvitationsView.extend(PageQuery.shape).strict() }, {
    200: json(pageOf(invitation), 'Those made by or handed to the actor’s organisation, newest first'), ...problems(400, 401, 422),
  }),
  create: scoped.invite.post('/invitations', { ...jsonBodyOf(InvitationDraft), headers: keyHeader }, {
    201: json(InvitationWithLink, 'Made, with its link'), ...problems(400, 401, 403, 409, 415, 422),
  }),
  read: scoped.read.get('/invitations/{id}', byId, {
    200: json(InvitationDetail, 'One invitation with its history; never the link'), ...problems(401, 404),
  }),
  message: scoped.invite.get('/invitations/{id}/message', { ...byId, query: inLanguage }, {
    200: json(InvitationMessage, 'The mail that the reseller forwards, with the link'), ...problems(401, 403, 404, 409, 422),
  }),
  text: scoped.read.get('/invitations/{id}/text', { ...byId, query: inLanguage }, {
    200: json(InvitationText, 'The same mail for whoever has the link, with U+E000 in its place'), ...problems(401, 403, 404, 409, 422),
  }),
  checkMessage: scoped.invite.post('/invitations/{id}/message', { ...byId, ...jsonBodyOf(MessageCheck) }, {
    200: json(z.object({ keepsLink: z.literal(true) }), 'The exact link is in the text; nothing is changed'),
    ...problems(400, 401, 403, 404, 409, 415, 422),
  }),
}

export const invitationVerbRoutes = {
  send: scoped.invite.post('/invitations/{id}/send', { ...verb, ...jsonBodyOf(SendRequest, false) }, {
    200: json(invitation, 'Recorded as sent by its maker; mailed where mail leaves and an address is known'), ...refusals, ...problems(429),
  }),
  forward: scoped.invite.post('/invitations/{id}/forward', { ...verb, ...jsonBodyOf(ForwardRequest) }, {
    200: json(invitation, 'Recorded as forwarded by the reseller; mailed where mail leaves'), ...refusals, ...problems(429),
  }),
  reissue: scoped.invite.post('/invitations/{id}/reissue', { ...verb, ...jsonBodyOf(ReissueRequest, false) }, {
    200: json(InvitationWithLink, 'A new link; the one before is dead'), ...refusals,
  }),
  showLink: scoped.invite.post('/invitations/{id}/link', verb, {
    200: json(InvitationWithLink, 'The link as it is, and its message, for its maker; recorded'), ...refusals,
  }),
  withdraw: scoped.invite.post('/invitations/{id}/withdraw', verb, { 200: json(invitation, 'Withdrawn; its link is dead'), ...refusals }),
}
