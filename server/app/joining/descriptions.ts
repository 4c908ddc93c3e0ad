import { z } from '@hono/zod-openapi'
import {
  Joining, JoiningAnswer, ResellerInvite, ResellerInviteDraft, ResellerInviteWithLink,
} from '../../../domain/joining/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { Partnership } from '../../../domain/partnerships/schemas.ts'
import { anybody, byId, headers, keyHeader, refusals, scoped, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { linkToken } from '../secrets.ts'

const verb = { ...byId, headers }

/** A provider's side. */
export const resellerInviteRoutes = {
  list: scoped.read.get('/reseller-invites', { query: PageQuery.strict() }, {
    200: json(pageOf(ResellerInvite), 'The provider’s, newest first, without those that became partnerships; never the link'),
    ...problems(400, 401, 422),
  }),
  make: signedIn.post('/reseller-invites', { ...jsonBodyOf(ResellerInviteDraft), headers: keyHeader }, {
    201: json(ResellerInviteWithLink, 'Made, with its link; the same whatever the portal knows of the tenant'), ...refusals,
  }),
  showLink: signedIn.post('/reseller-invites/{id}/link', verb, {
    200: json(ResellerInviteWithLink, 'The link as it is; recorded'), ...refusals,
  }),
  withdraw: signedIn.post('/reseller-invites/{id}/withdraw', verb, {
    200: json(ResellerInvite, 'Withdrawn; its link leads no further'), ...refusals,
  }),
}

const link = { params: z.object({ providerId: z.uuid(), inviteId: z.uuid(), token: z.string().regex(linkToken) }) }
const path = '/joining/{providerId}/{inviteId}/{token}'

/** The link's side. */
export const joiningRoutes = {
  read: anybody.get(path, link, { 200: json(Joining, 'Who invites which tenant'), ...problems(404) }),
  authorize: signedInLately.post(`${path}/authorize`, { ...link, ...jsonBodyOf(JoiningAnswer), headers: keyHeader }, {
    200: json(Partnership, 'The tenant is a reseller here, and the partnership is active; also for whoever comes second'), ...refusals,
  }),
  decline: signedIn.post(`${path}/decline`, { ...link, headers: keyHeader }, { 204: { description: 'Declined' }, ...refusals }),
}
