import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportedCustomer } from './import.ts'
import { AlreadyAnswered } from '../errors.ts'
import { adatum, contoso, later, openWithCast, scopeFor, noRecords, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const row = (name: string, changes: Partial<ImportedCustomer> = {}): ImportedCustomer => ({
  id: crypto.randomUUID(),
  companyName: name,
  domain: 'company.example',
  relationshipToPartner: 'reseller',
  relationshipText: null,
  ...changes,
})

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const take = (rows: readonly ImportedCustomer[], at = later(0)) =>
      opened.store.customers.import(scope, rows, writeOf([contoso.id], { at }), noRecords)
    const find = (id: string) => opened.store.customers.find(scope, id)
    const partnersOf = async (tenantId: string) =>
      (await opened.db.selectFrom('confirmed_partners').select('partner_id').where('tenant_id', '=', tenantId).execute()).map(
        (each) => each.partner_id,
      )
    const claimants = async (tenantId: string) => {
      const standing = opened.db.selectFrom('customer_claims').select('partner_id').where('stands', '=', true)
      return (await standing.where('tenant_id', '=', tenantId).execute()).map((each) => each.partner_id)
    }

    it('says beforehand what it does, does it, and does nothing the second time', async () => {
      const rows = [row('Coho'), row('Trey', { relationshipToPartner: 'unknown', relationshipText: 'Something else' })]
      expect(await opened.store.customers.compare(scope, rows)).toEqual(['created', 'created'])
      expect(await find(rows[0]?.id ?? '')).toBeUndefined()
      expect(await take(rows)).toEqual(['created', 'created'])
      const before = await find(rows[0]?.id ?? '')
      expect(await take(rows, later(5))).toEqual(['unchanged', 'unchanged'])
      expect(await find(rows[0]?.id ?? '')).toEqual(before)
      expect(await opened.store.customers.compare(scope, [row('New'), ...rows])).toEqual(['created', 'unchanged', 'unchanged'])
    })

    it('makes the importing partner the owner of its reseller relationships, and of no others', async () => {
      const [sold, advised] = [row('Sold'), row('Advised', { relationshipToPartner: 'advisor' })]
      await take([sold, advised])
      expect((await find(sold.id))?.owner?.id).toBe(contoso.id)
      expect((await find(advised.id))?.owner).toBeNull()
      expect([await claimants(sold.id), await claimants(advised.id)]).toEqual([[contoso.id], [contoso.id]])
      await take([
        { ...sold, relationshipToPartner: 'none' },
        { ...advised, relationshipToPartner: 'reseller' },
      ])
      expect([await claimants(sold.id), await claimants(advised.id)]).toEqual([[], [contoso.id]])
      // An imported row makes nobody a partner (BR-36).
      expect([await partnersOf(sold.id), await partnersOf(advised.id)]).toEqual([[], []])
      expect((await find(sold.id))?.owner).toBeNull()
    })

    it('keeps a former name to be searched for, and everything that the file does not say', async () => {
      const first = row('Before Ltd')
      await take([first])
      await opened.db.updateTable('customers').set({ dap: true, country: 'KR' }).where('partner_id', '=', contoso.id).execute()
      expect(await take([{ ...first, companyName: 'After Ltd' }], later(5))).toEqual(['updated'])
      expect(await find(first.id)).toMatchObject({
        companyProfile: { companyName: 'After Ltd' },
        aliases: ['Before Ltd'],
        allowDelegatedAccess: true,
        country: 'KR',
        version: 2,
        lastEventAt: later(5).toISOString(),
      })
      const { items } = await opened.store.customers.list(scope, { sort: 'companyName', search: 'before' }, { limit: 10 })
      expect(items.map((item) => item.id)).toEqual([first.id])
      await take([first])
      expect((await find(first.id))?.aliases).toEqual(['After Ltd'])
    })

    it('compares a tenant that is named twice with what its first row made of it', async () => {
      const twice = row('Twice')
      const rows = [twice, { ...twice }, { ...twice, companyName: 'Thrice' }]
      expect(await opened.store.customers.compare(scope, rows)).toEqual(['created', 'unchanged', 'updated'])
      expect(await take(rows)).toEqual(['created', 'unchanged', 'updated'])
      expect((await find(twice.id))?.companyProfile.companyName).toBe('Thrice')
    })

    it('leaves the lists of other partners alone', async () => {
      const shared = row('Shared')
      await take([shared])
      const other = scopeFor('direct.admin')
      expect(await opened.store.customers.compare(other, [shared])).toEqual(['created'])
      await opened.store.customers.import(other, [{ ...shared, companyName: 'Other name' }], writeOf([adatum.id]), noRecords)
      expect((await find(shared.id))?.companyProfile.companyName).toBe('Shared')
      expect(await partnersOf(shared.id)).toEqual([])
      expect((await claimants(shared.id)).toSorted()).toEqual([contoso.id, adatum.id].toSorted())
    })

    it('doubles nothing when the same file is imported ten times at once', async () => {
      const rows = Array.from({ length: 200 }, (_, index) => row(`Customer ${index}`))
      const shuffled = Array.from({ length: 10 }, (_, turn) => [...rows.slice(turn * 20), ...rows.slice(0, turn * 20)])
      const outcomes = (await Promise.all(shuffled.map((each) => take(each)))).flat()
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(200)
      expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(1_800)
      expect((await opened.store.customers.list(scope, { sort: 'companyName' }, { limit: 1 })).total.count).toBe(200)
    })

    it('takes a thousand rows a call, and none of them when the call was answered before', async () => {
      const rows = Array.from({ length: 1_000 }, (_, index) => row(`Customer ${index}`))
      await opened.store.customers.import(scope, rows, writeOf([contoso.id], { key: 'once' }), noRecords)
      expect((await opened.store.idempotency.find(scope, 'once'))?.body).toHaveLength(1_000)
      await expect(opened.store.customers.import(scope, [row('Late')], writeOf([contoso.id], { key: 'once' }), noRecords)).rejects.toThrow(
        AlreadyAnswered,
      )
      expect((await opened.store.customers.list(scope, { sort: 'companyName' }, { limit: 1 })).total.count).toBe(1_000)
      expect(await take([])).toEqual([])
    })
  })
