import { z } from '@hono/zod-openapi'
import { HandedOver, HandOverRequest, QuestionRequest } from '../../../domain/invitations/asides/schemas.ts'
import { Acceptance, AcceptRequest, DeclineRequest, InvitationQuestion, Receipt } from '../../../domain/invitations/schemas.ts'
import { anybody, headers, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { linkToken } from '../secrets.ts'

const link = { params: z.object({ token: z.string().regex(linkToken) }) }
const answering = { ...link, headers }
const receipt = Receipt.meta({ id: 'Receipt' })

export const acceptanceRoutes = {
  read: anybody.get('/acceptance/{token}', link, {
    200: json(Acceptance, 'What the link asks, in whatever state it is; changes nothing but the count of looks'), ...problems(404),
  }),
  open: anybody.post('/acceptance/{token}/open', link, { 200: json(Acceptance, 'A person has opened the link'), ...problems(404, 409) }),
  accept: signedInLately.post('/acceptance/{token}/accept', { ...answering, ...jsonBodyOf(AcceptRequest, false) }, {
    200: json(receipt, 'Accepted; exactly once for a single-use invitation'), ...refusals,
  }),
  decline: signedIn.post('/acceptance/{token}/decline', { ...answering, ...jsonBodyOf(DeclineRequest, false) }, {
    200: json(receipt, 'Declined'), ...refusals,
  }),
  handOver: signedIn.post('/acceptance/{token}/hand-over', { ...answering, ...jsonBodyOf(HandOverRequest) }, {
    200: json(HandedOver, 'An administrator is asked to answer; at most 5 times a day'), ...refusals, ...problems(429),
  }),
  question: signedIn.post('/acceptance/{token}/question', { ...answering, ...jsonBodyOf(QuestionRequest) }, {
    200: json(InvitationQuestion, 'The partners of the invitation can read it; at most 5 a day'), ...refusals, ...problems(429),
  }),
}
