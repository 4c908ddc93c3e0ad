import { z } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { Person, PersonRoles, RoleMapping, RoleMappingDraft } from '../../../domain/people/schemas.ts'
import { Sought } from '../../../domain/words-of-others/schemas.ts'
import { byId, headers, keyHeader, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const OnePerson = Person.meta({ id: 'Person' })

export const peopleRoutes = {
  list: signedIn.get('/people', { query: PageQuery.extend({ search: Sought.optional() }).strict() }, {
    200: json(pageOf(OnePerson), 'Everybody of the organization who has signed in or tried to, by name'), ...problems(400, 401, 403, 422),
  }),
  giveRoles: signedInLately.patch('/people/{id}', { ...byId, ...jsonBodyOf(PersonRoles), headers }, {
    200: json(OnePerson, 'These are the roles by hand, at once; those of the directory and of the mapping stay'),
    ...refusals, ...problems(428),
  }),
  remove: signedInLately.delete('/people/{id}', { ...byId, headers }, {
    204: { description: 'The person may enter no more; sessions and personal access tokens have ended' }, ...refusals, ...problems(428),
  }),
  restore: signedInLately.post('/people/{id}/restore', { ...byId, headers: keyHeader }, {
    200: json(OnePerson, 'The person may sign in again'), ...refusals,
  }),
  signOut: signedIn.delete('/people/{id}/sessions', { ...byId, headers: keyHeader }, {
    204: { description: 'The person is signed out everywhere' }, ...refusals,
  }),
  data: signedIn.get('/people/{id}/data', byId, {
    200: {
      description: 'All that is kept about the person, for the person and for Global admins: a JSON value a line, streamed',
      content: { 'text/jsonl': { schema: z.string() } },
    },
    ...problems(401, 403, 404, 422),
  }),
  erase: signedInLately.post('/people/{id}/erase', { ...byId, headers: keyHeader }, {
    204: { description: 'A removed person is forgotten for ever; the log keeps what was done, without the name' }, ...refusals,
  }),
  mapping: signedIn.get('/role-mapping', {}, {
    200: json(RoleMapping, 'How app roles and groups give roles here'), ...problems(401, 403, 409),
  }),
  saveMapping: signedInLately.put('/role-mapping', { ...jsonBodyOf(RoleMappingDraft), headers }, {
    200: json(RoleMapping, 'Saved: who loses a role by it loses it at once, new ones count when the person is read again'),
    ...refusals, ...problems(428),
  }),
}
