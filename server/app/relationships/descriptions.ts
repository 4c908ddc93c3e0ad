import { z } from '@hono/zod-openapi'
import { Agreement, Attestation } from '../../../domain/agreements/schemas.ts'
import { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import { byId, headers, itemsOf, refusals, scoped, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'


const extension = z.object({ providerId: z.uuid(), customerConsents: z.boolean() }).strict()

export const relationshipRoutes = {
  partners: scoped.read.get('/customers/{id}/partners', byId, {
    200: json(itemsOf(PartnerOfTenant), 'Every partner of the customer, service by service'), ...problems(401, 403, 404),
  }),
  capabilities: scoped.read.get('/customers/{id}/capabilities', byId, {
    200: json(itemsOf(CapabilityAnswer), 'Every action with its verdict'), ...problems(401, 404),
  }),
  events: scoped.read.get('/customers/{id}/events', byId, {
    200: json(itemsOf(HistoryEntry), 'What happened, in the actor’s own records, oldest first'), ...problems(401, 404),
  }),
  agreement: scoped.read.get('/customers/{id}/agreement', byId, {
    200: json(Agreement, 'The customer agreement'), ...problems(401, 403, 404),
  }),
  attest: signedIn.post('/customers/{id}/agreement', { ...byId, headers, ...jsonBodyOf(Attestation) }, {
    200: json(Agreement, 'Attested; what was there already stays'), ...refusals,
  }),
  remove: signedInLately.post('/customers/{id}/remove-relationship', { ...byId, headers }, {
    204: { description: 'The customer has left the list' }, ...refusals,
  }),
  askForReseller: scoped.delegatedAdmin.post('/customers/{id}/ask-admin-rights', { ...byId, headers }, {
    204: { description: 'The customer reads the request under My partners' }, ...refusals,
  }),
  extend: signedIn.post('/customers/{id}/extend-relationship', { ...byId, headers, ...jsonBodyOf(extension) }, {
    204: { description: 'The provider has the customer too, without admin rights' }, ...refusals,
  }),
}
