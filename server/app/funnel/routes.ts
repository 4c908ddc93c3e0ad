import { calendarOf } from '../../../domain/calendar/days.ts'
import { Funnel, type FunnelRow, FunnelQuery } from '../../../domain/funnel/schemas.ts'
import { nameOrder } from '../../../domain/search/name-order.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'

export const funnelRoutes = {
  read: scoped.read.get('/invitations/funnel', { query: FunnelQuery }, {
    200: json(Funnel, 'How far the invitations got that the actor’s organisation made'), ...problems(401, 422),
  }),
}

export const funnelEndpoints = ({ store, now }: Ports) =>
  endpoints().openapi(funnelRoutes.read, async (c) => {
    const { from, to } = c.req.valid('query')
    const { startOf } = calendarOf(c.var.zone)
    const period = { from: startOf(from), before: startOf(to, 1) }
    const rows = await store.invitations.funnel(scopeOf(c.var.actor), period, now().toISOString())
    const inOrder = nameOrder(c.var.locale)
    const nameOf = ({ reseller }: FunnelRow) => reseller?.displayName ?? ''
    return c.json({ rows: rows.toSorted((one, other) => inOrder(nameOf(one), nameOf(other))) }, 200)
  })
