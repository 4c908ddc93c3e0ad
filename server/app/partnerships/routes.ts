import { PageQuery, pageOf } from '../../../domain/page.ts'
import { canRemovePartnership } from '../../../domain/partnerships/lifecycle.ts'
import { Partnership, Removal } from '../../../domain/partnerships/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { byId, scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { pageOnWire, partnershipOnWire } from '../http/wire.ts'

export const partnershipRoutes = {
  list: scoped.read.get('/partnerships', { query: PageQuery.strict() }, {
    200: json(pageOf(Partnership), 'Both sides see theirs'), ...problems(400, 401, 422),
  }),
  removal: scoped.read.get('/partnerships/{id}/removal', byId, {
    200: json(Removal, 'What ending it would touch now; 10,000 of each at most are counted'), ...problems(401, 403, 404, 409, 422),
  }),
}

export const partnershipEndpoints = ({ store, sendsMail }: Ports) =>
  endpoints().openapi(partnershipRoutes.list, async (c) => {
    const page = await store.partnerships.list(scopeOf(c.var.actor), { ...c.req.valid('query'), locale: c.var.locale })
    return c.json(pageOnWire(page, partnershipOnWire), 200)
  }).openapi(partnershipRoutes.removal, async (c) => {
    const { actor } = c.var
    const { id } = c.req.valid('param')
    const found = visible(await store.partnerships.find(scopeOf(actor), id.toLowerCase()), 'partnership.not_found')
    enforce(canRemovePartnership(actor, found))
    const removal = await store.partnerships.removal(found)
    return c.json({ ...removal, keepsMails: sendsMail && removal.invitations.count > 0 }, 200)
  })
