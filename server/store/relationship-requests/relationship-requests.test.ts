import { CompiledQuery, type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RequestsView } from '../../../domain/relationship-requests/schemas.ts'
import { requestSince } from '../../../domain/relationship-requests/requests.ts'
import { withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { scopeOf } from '../scope.ts'
import type { Database } from '../sql/tables/database.ts'
import {
  accept, contoso, customerActor, later, litware, noon, northwind, openWithCast, scopeFor, sentInvitation, tailspin, writeOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore, postgres } from '../testing/test-engines.ts'
import { relationshipRequests } from './relationship-requests.ts'
import { keepSightsOf, throughInvitations } from './sights.ts'

const day = 24 * 60
const maker = scopeFor('provider.sales')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    it('gives every request once, newest first by the moment that its row shows, also when invitations have lapsed', async () => {
      const { store } = opened
      const seen = async (at: number, tenantId: string, changes: Parameters<typeof sentInvitation>[1] = {}) => {
        const made = await sentInvitation(store, { at: later(at), ...changes })
        await store.relationshipRequests.see(made.link, tenantId, later(at + 5).toISOString(), [])
        return made
      }
      for (const [index, expiresInDays] of [1, 30, 2, 30].entries()) await seen(index * 20, tailspin.tenantId, { expiresInDays })
      await seen(7, northwind.tenantId, { via: litware, expiresInDays: 3 })
      const answered = await seen(9, tailspin.tenantId, { reusable: true })
      await store.relationshipRequests.see(answered.link, northwind.tenantId, later(31).toISOString(), [])
      await accept(store, answered.link, answered.invitation, tailspin)
      const taken = await seen(12, northwind.tenantId)
      await store.invitations.update(maker, withdrawInvitation(taken.invitation, later(44)), writeOf([]))
      await sentInvitation(store, { customer: { tenantId: northwind.tenantId } })

      const walked = async (scope: typeof maker, view: RequestsView, at: string) => {
        const found = []
        let cursor: string | undefined
        do {
          const page = await store.relationshipRequests.list(scope, view, { limit: 2, cursor }, at)
          found.push(...page.items)
          cursor = page.nextCursor ?? undefined
        } while (cursor !== undefined)
        return found
      }
      const counts = []
      for (const at of [later(60), later(1.5 * day), later(60 * day)]) {
        for (const scope of [maker, scopeFor('reseller.sales'), ...[tailspin, northwind].map((each) => scopeOf(customerActor(each)))]) {
          const all = await walked(scope, {}, at.toISOString())
          const moments = all.map((each) => requestSince(each, at))
          expect(moments).toEqual(moments.toSorted().toReversed())
          expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
          const open = (await walked(scope, { state: 'open' }, at.toISOString())).length
          counts.push([all.length, open, (await walked(scope, { state: 'answered' }, at.toISOString())).length])
        }
      }
      expect(counts).toEqual([
        [9, 7, 1], [1, 1, 0], [5, 4, 1], [4, 3, 0],
        [9, 6, 1], [1, 1, 0], [5, 3, 1], [4, 3, 0],
        [9, 0, 1], [1, 0, 0], [5, 0, 1], [3, 0, 0],
      ])
    })
  })

describe('on PostgreSQL', () => {
  let opened: OpenedStore
  beforeEach(async () => {
    opened = await openWithCast(postgres)
  })
  afterEach(() => opened.close())

  it('reads of the list no more than a page, however many requests there are', async () => {
    const { db, store } = opened
    for (const expiresInDays of [1, 30]) {
      const { invitation } = await sentInvitation(store, { reusable: true, expiresInDays })
      await sql`insert into relationship_requests (partner_id, invitation_id, tenant_id, id, at, first_seen_at)
        select ${contoso.id}, ${invitation.id}, gen_random_uuid(), gen_random_uuid(), ${noon},
          ${noon}::timestamptz + number * interval '1 s'
        from generate_series(1, 700) as number`.execute(db)
      await keepSightsOf(db, throughInvitations(contoso.id, [invitation.id]))
    }
    await sql`analyze`.execute(db)
    const heard: CompiledQuery[] = []
    const { list } = relationshipRequests(hearing(db, heard))
    const at = later(2 * day).toISOString()
    const { nextCursor, total } = await list(maker, {}, { limit: 10 }, at)
    expect(total).toEqual({ count: 1_000, capped: true })
    heard.length = 0
    await list(maker, {}, { limit: 10, cursor: nextCursor ?? '' }, at)
    const read = await Promise.all(heard.map(({ sql: text, parameters }) => rowsRead(db, text, parameters)))
    expect(read).toEqual([expect.objectContaining({ sorted: expect.any(Number) })])
    const [{ scanned, sorted } = { scanned: Number.NaN, sorted: Number.NaN }] = read
    expect(Math.max(scanned, sorted)).toBeLessThanOrEqual(2 * 11)
  })
})

/** The same database, which tells of every statement. */
const hearing = (db: Kysely<Database>, heard: CompiledQuery[]): Kysely<Database> =>
  db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      heard.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }

/** How many rows PostgreSQL takes from the sights, and how many it sorts at most. */
async function rowsRead(db: Kysely<Database>, text: string, parameters: readonly unknown[]) {
  const explained = CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters])
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(explained)
  const nodes: Plan[] = []
  const walk = (plan: Plan) => {
    nodes.push(plan)
    plan.Plans?.forEach(walk)
  }
  if (rows[0]) walk(rows[0]['QUERY PLAN'][0].Plan)
  const sights = nodes.filter((node) => node['Relation Name'] === 'request_sights')
  return {
    scanned: sights.reduce((sum, node) => sum + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0), 0),
    sorted: Math.max(0, ...nodes.filter((node) => node['Node Type'].includes('Sort')).map((node) => node['Actual Rows'])),
  }
}
