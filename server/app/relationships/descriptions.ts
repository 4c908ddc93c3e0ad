import { createRoute, z } from '@hono/zod-openapi'
import { Agreement, Attestation } from '../../../domain/agreements/schemas.ts'
import { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import { signedIn } from '../http/api.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const middleware = signedIn
const one = { params: z.object({ id: z.uuid() }) }
const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })
const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)
const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

export const relationshipRoutes = {
  partners: createRoute({
    method: 'get',
    path: '/customers/{id}/partners',
    middleware,
    request: one,
    responses: { 200: json(itemsOf(PartnerOfTenant), 'Every partner of the customer, service by service'), ...problems(401, 403, 404) },
  }),
  capabilities: createRoute({
    method: 'get',
    path: '/customers/{id}/capabilities',
    middleware,
    request: one,
    responses: { 200: json(itemsOf(CapabilityAnswer), 'Every action with its verdict'), ...problems(401, 404) },
  }),
  events: createRoute({
    method: 'get',
    path: '/customers/{id}/events',
    middleware,
    request: one,
    responses: { 200: json(itemsOf(HistoryEntry), 'What happened, in the actor’s own records, oldest first'), ...problems(401, 404) },
  }),
  agreement: createRoute({
    method: 'get',
    path: '/customers/{id}/agreement',
    middleware,
    request: one,
    responses: { 200: json(Agreement, 'The customer agreement'), ...problems(401, 403, 404) },
  }),
  attest: createRoute({
    method: 'post',
    path: '/customers/{id}/agreement',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(Attestation) },
    responses: { 200: json(Agreement, 'Attested; what was there already stays'), ...refusals },
  }),
  remove: createRoute({
    method: 'post',
    path: '/customers/{id}/remove-relationship',
    middleware,
    request: { ...one, headers },
    responses: { 204: { description: 'The customer has left the list' }, ...refusals },
  }),
  askForReseller: createRoute({
    method: 'post',
    path: '/customers/{id}/ask-admin-rights',
    middleware,
    request: { ...one, headers },
    responses: { 204: { description: 'The customer reads the request under My partners' }, ...refusals },
  }),
  extend: createRoute({
    method: 'post',
    path: '/customers/{id}/extend-relationship',
    middleware,
    request: { ...one, headers, ...jsonBodyOf(z.object({ providerId: z.uuid(), customerConsents: z.boolean() }).strict()) },
    responses: { 204: { description: 'The provider has the customer too, without admin rights' }, ...refusals },
  }),
}
