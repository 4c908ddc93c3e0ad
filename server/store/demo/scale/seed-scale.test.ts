import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../scope.ts'
import { engines, type OpenedStore } from '../../testing/test-engines.ts'
import { demoPeople } from '../demo-people.ts'
import { scene } from '../scene.ts'
import { seedDemo } from '../seed-demo.ts'
import { seedScale } from './seed-scale.ts'

const now = new Date('2026-03-02T12:00:00.000Z')
const tokenHashOf = async ({ id, linkNumber }: { id: string; linkNumber: number }) => `${id}/${linkNumber}`
const scope = scopeOf(demoPeople['provider.sales'])
const scale = { customers: 150, resellers: 4, now, tokenHashOf }

describe.each(engines)('$name', (engine) => {
  const seeded = async (look: (opened: OpenedStore) => Promise<void>) => {
    const opened = await engine.open()
    try {
      await seedDemo(opened.db, { now, tokenHashOf })
      expect(await seedScale(opened.db, scale)).toBe(true)
      await look(opened)
    } finally {
      await opened.close()
    }
  }

  it('adds customers, an invitation for every fifth and a granular relationship for every tenth, once', () =>
    seeded(async ({ db, store }) => {
      const counts = async () => {
        const { rows } = await sql`select (select count(*)::int from customers where partner_id = ${scope.organizationId}) as customers,
          (select count(*)::int from invitations) as invitations, (select count(*)::int from gdap_relationships) as granular,
          (select count(*)::int from partnerships where partner_id = ${scope.organizationId}) as partnerships`.execute(db)
        return rows[0] as { customers: number; invitations: number; granular: number; partnerships: number }
      }
      const after = await counts()
      expect(after.customers).toBe(scene.customerCount + scale.customers)
      expect((await store.customers.list(scope, { sort: 'companyName' }, { limit: 1 })).total.count).toBe(after.customers)
      expect(await seedScale(db, scale)).toBe(false)
      expect(await counts()).toEqual(after)
    }))

  it('makes the same every time', async () => {
    const all: unknown[] = []
    for (let time = 0; time < 2; time++)
      await seeded(async ({ db }) => {
        const { rows } = await sql`select id, company_name, domain, country, relation, reseller_id, dap, gdap_active from customers
          where partner_id = ${scope.organizationId} order by id`.execute(db)
        all.push(rows)
      })
    expect(all[0]).toEqual(all[1])
  })

  it('gives its invitations the milestones of their audit events, and every reseller whom it names a partnership', () =>
    seeded(async ({ db }) => {
      const { rows } = await sql`select
        count(*) filter (where made.sent_at is distinct from told.sent_at or made.opened_at is distinct from told.opened_at
          or made.accepted_at is distinct from told.accepted_at)::int as wrong,
        count(made.accepted_at)::int > 5 as "manyAccepted"
        from invitations as made left join lateral (
          select min(at) filter (where action = 'invitation.sent') as sent_at,
            min(at) filter (where action = 'invitation.opened') as opened_at,
            min(at) filter (where action = 'invitation.accepted') as accepted_at
          from audit_events as event
          where event.organization_id = made.partner_id and event.noun = 'invitations' and event.noun_id = made.id::text
        ) as told on true`.execute(db)
      expect(rows).toEqual([{ wrong: 0, manyAccepted: true }])
      const { rows: strangers } = await sql`select distinct reseller_id from customers
        where partner_id = ${scope.organizationId} and reseller_id is not null
          and reseller_id not in (select reseller_id from partnerships where partner_id = ${scope.organizationId})`.execute(db)
      expect(strangers).toEqual([])
    }))
})
