import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { demoSubscriptions } from '../demo/demo-subscriptions.ts'
import { scopeOf } from '../scope.ts'
import { aCustomer, contoso, customerActor, noon, openWithCast, scopeFor, tailspin } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const { tenantId } = tailspin
const bought = demoSubscriptions(noon)
const own = bought.filter((each) => each.tenantId === tenantId).map(({ facts }) => ({ ...facts, version: 1 }))

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      const row = customerRowOf(contoso.id, aCustomer('Tailspin Toys', { id: tenantId }))
      await opened.db.transaction().execute((trx) => insertRows(trx, [row]))
      await opened.db
        .insertInto('subscriptions')
        .values(bought.map(({ tenantId: tenant_id, facts }) => ({ tenant_id, id: facts.id, facts: JSON.stringify(facts), version: 1 })))
        .execute()
    })
    afterEach(() => opened.close())

    it('are all of the tenant’s, in order, as facts, for its partner and itself', async () => {
      expect(own.length).toBeGreaterThan(20)
      for (const scope of [scopeFor('provider.helpdesk'), scopeOf(customerActor(tailspin))]) {
        expect(await opened.store.subscriptions.list(scope, tenantId)).toEqual(own)
        expect(await opened.store.subscriptions.find(scope, tenantId, own[3]?.id ?? '')).toEqual(own[3])
      }
    })

    it.each(['reseller.admin', 'direct.admin', 'newcustomer.globaladmin'] as const)(
      'are not there for %s, who has no relation',
      async (persona) => {
        expect(await opened.store.subscriptions.list(scopeFor(persona), tenantId)).toEqual([])
        expect(await opened.store.subscriptions.find(scopeFor(persona), tenantId, own[0]?.id ?? '')).toBeUndefined()
      },
    )

    it('BR-105: are those of confirmed customers alone, for a list of them', async () => {
      const tenants = [...new Set(bought.map((each) => each.tenantId))]
      const { subscriptions } = opened.store
      const found = await subscriptions.ofCustomers(scopeFor('provider.admin'), tenants)
      expect(found).toEqual(own.map((each) => ({ ...each, tenantId })))
      expect(await subscriptions.ofCustomers(scopeFor('direct.admin'), tenants)).toEqual([])
      expect(await subscriptions.ofCustomers(scopeFor('provider.admin'), [])).toEqual([])
      await opened.db.updateTable('customers').set({ basis: 'said_by_partner' }).where('id', '=', tenantId).execute()
      expect(await subscriptions.ofCustomers(scopeFor('provider.admin'), tenants)).toEqual([])
    })

    it('are not found under another tenant, nor under an id that is none', async () => {
      const scope = scopeFor('provider.admin')
      const foreign = bought.find((each) => each.tenantId !== tenantId)
      expect(await opened.store.subscriptions.find(scope, tenantId, foreign?.facts.id ?? '')).toBeUndefined()
      expect(await opened.store.subscriptions.list(scope, foreign?.tenantId ?? '')).toEqual([])
      for (const id of ['', 'x', '%']) {
        expect(await opened.store.subscriptions.list(scope, id)).toEqual([])
        expect(await opened.store.subscriptions.find(scope, tenantId, id)).toBeUndefined()
      }
    })
  })
