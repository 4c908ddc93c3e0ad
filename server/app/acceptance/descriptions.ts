import { createRoute, z } from '@hono/zod-openapi'
import { HandedOver, HandOverRequest, QuestionRequest } from '../../../domain/invitations/asides/schemas.ts'
import { Acceptance, AcceptRequest, DeclineRequest, InvitationQuestion, Receipt } from '../../../domain/invitations/schemas.ts'
import { signedIn } from '../http/api.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { linkToken } from '../secrets.ts'

const link = { params: z.object({ token: z.string().regex(linkToken) }) }
const answering = { ...link, headers: z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() }) }
const receipt = Receipt.meta({ id: 'Receipt' })
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)

export const acceptanceRoutes = {
  read: createRoute({
    method: 'get',
    path: '/acceptance/{token}',
    request: link,
    responses: {
      200: json(Acceptance, 'What the link asks, in whatever state it is; changes nothing but the count of looks'), ...problems(404),
    },
  }),
  open: createRoute({
    method: 'post',
    path: '/acceptance/{token}/open',
    request: link,
    responses: { 200: json(Acceptance, 'A person has opened the link'), ...problems(404, 409) },
  }),
  accept: createRoute({
    method: 'post',
    path: '/acceptance/{token}/accept',
    middleware: signedIn,
    request: { ...answering, ...jsonBodyOf(AcceptRequest, false) },
    responses: { 200: json(receipt, 'Accepted; exactly once for a single-use invitation'), ...refusals },
  }),
  decline: createRoute({
    method: 'post',
    path: '/acceptance/{token}/decline',
    middleware: signedIn,
    request: { ...answering, ...jsonBodyOf(DeclineRequest, false) },
    responses: { 200: json(receipt, 'Declined'), ...refusals },
  }),
  handOver: createRoute({
    method: 'post',
    path: '/acceptance/{token}/hand-over',
    middleware: signedIn,
    request: { ...answering, ...jsonBodyOf(HandOverRequest) },
    responses: { 200: json(HandedOver, 'An administrator is asked to answer; at most 5 times a day'), ...refusals, ...problems(429) },
  }),
  question: createRoute({
    method: 'post',
    path: '/acceptance/{token}/question',
    middleware: signedIn,
    request: { ...answering, ...jsonBodyOf(QuestionRequest) },
    responses: {
      200: json(InvitationQuestion, 'The partners of the invitation can read it; at most 5 a day'), ...refusals, ...problems(429),
    },
  }),
}
