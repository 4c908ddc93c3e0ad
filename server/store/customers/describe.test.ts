import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { StaleWrite } from '../errors.ts'
import {
  accept, aCustomer, adatum, contoso, later, noRecords, northwind, openWithCast, scopeFor, sentInvitation, writeOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { deleteRows, insertRows } from './rows.ts'
import { customerRowOf } from './row.ts'

const scope = scopeFor('provider.sales')
const other = scopeFor('direct.admin')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const give = (customers: readonly CustomerRecord[], owner = contoso.id) =>
      opened.db.transaction().execute((trx) => insertRows(trx, customers.map((customer) => customerRowOf(owner, customer))))
    const inFull = async (id: string) => {
      const found = await opened.store.customers.findInFull(scope, id)
      if (!found) throw new Error('The customer is in this list')
      return found
    }
    type Said = Partial<{ alias: string | null; notes: string | null; tags: string[]; version: number }>
    const say = async (id: string, said: Said) =>
      opened.store.customers.describe(scope, { ...(await inFull(id)), ...said }, writeOf([contoso.id], { at: later(5) }))
    const names = async (view: object, of = scope) =>
      (await opened.store.customers.list(of, { sort: 'companyName', ...view }, { limit: 200 })).items.map(
        ({ companyProfile }) => companyProfile.companyName,
      )
    const [coho, trey] = [aCustomer('Coho Vineyard'), aCustomer('Trey Research')]
    const words = { alias: 'The winery', notes: 'One\n\ntwo', tags: ['VIP', 'Süd', '가'] }

    it('keeps what is said as it is said, beside the company name', async () => {
      await give([coho])
      const saved = await say(coho.id, words)
      expect(saved).toEqual({ ...coho, ...words, lastEventAt: later(5).toISOString(), version: 2 })
      expect(await inFull(coho.id)).toEqual(saved)
      expect((await opened.store.customers.list(scope, { sort: 'companyName' }, { limit: 1 })).items[0]).not.toHaveProperty('notes')
    })

    it('refuses another version and a row that is gone, and changes nothing', async () => {
      await give([coho])
      await expect(say(coho.id, { ...words, version: 2 })).rejects.toThrow(StaleWrite)
      await expect(
        opened.store.customers.describe(other, { ...coho, ...words }, writeOf([adatum.id])),
      ).rejects.toThrow(StaleWrite)
      expect([(await inFull(coho.id)).alias, await opened.store.customers.tags(scope)]).toEqual([null, []])
    })

    it('finds a customer by its alias, as long as it has it', async () => {
      await give([coho, trey])
      await say(coho.id, words)
      expect(await names({ search: 'winery' })).toEqual(['Coho Vineyard'])
      expect(await names({ search: 'coho' })).toEqual(['Coho Vineyard'])
      await say(coho.id, { alias: null })
      expect(await names({ search: 'winery' })).toEqual([])
    })

    it('filters by a tag in any case, together with the rest of a view, and counts what it shows', async () => {
      await give([coho, trey, aCustomer('Wingtip', { tags: ['Vip'], relationshipToPartner: 'advisor' }), aCustomer('Plain')])
      await say(coho.id, words)
      await say(trey.id, { tags: ['south'] })
      expect(await names({ tag: 'vip' })).toEqual(['Coho Vineyard', 'Wingtip'])
      expect(await names({ tag: 'VIP', sort: '-companyName' })).toEqual(['Wingtip', 'Coho Vineyard'])
      expect(await names({ tag: 'vip', relation: 'advisor' })).toEqual(['Wingtip'])
      expect(await names({ tag: 'vip', search: 'coho' })).toEqual(['Coho Vineyard'])
      expect(await names({ tag: 'vi' })).toEqual([])
      const { total, nextCursor } = await opened.store.customers.list(scope, { sort: 'companyName', tag: 'vip' }, { limit: 1 })
      expect([total, nextCursor === null]).toEqual([{ count: 2, capped: false }, false])
    })

    it('names each tag in use once, and none that nobody has any more', async () => {
      await give([coho, trey])
      await say(coho.id, words)
      await say(trey.id, { tags: ['vip', 'north'] })
      expect((await opened.store.customers.tags(scope)).map((tag) => tag.toLowerCase())).toEqual(['north', 'süd', 'vip', '가'])
      await say(coho.id, { tags: [] })
      expect(await opened.store.customers.tags(scope)).toEqual(['north', 'vip'])
      await opened.db.transaction().execute((trx) => deleteRows(trx, trey.id, [contoso.id]))
      expect(await opened.store.customers.tags(scope)).toEqual([])
    })

    it('keeps all of it from another partner of the same tenant', async () => {
      await give([coho])
      await give([coho], adatum.id)
      await say(coho.id, words)
      expect(await opened.store.customers.findInFull(other, coho.id)).toEqual({ ...coho, notes: null })
      expect([await names({ tag: 'vip' }, other), await names({ search: 'winery' }, other), await opened.store.customers.tags(other)])
        .toEqual([[], [], []])
    })

    it('BR-106: an import changes the company name and loses nothing that was said', async () => {
      await give([coho])
      await say(coho.id, words)
      const imported = { id: coho.id, companyName: 'Coho Winery', domain: 'coho.example', relationshipText: null }
      await opened.store.customers.import(scope, [{ ...imported, relationshipToPartner: 'reseller' }], writeOf([contoso.id]), noRecords)
      expect(await inFull(coho.id)).toMatchObject({ ...words, companyProfile: { companyName: 'Coho Winery' }, aliases: ['Coho Vineyard'] })
      expect(await names({ search: 'the winery', tag: 'vip' })).toEqual(['Coho Winery'])
    })

    it('BR-106: nor does an acceptance', async () => {
      await give([aCustomer('Northwind before', { id: northwind.tenantId, relationshipToPartner: 'none' })])
      await say(northwind.tenantId, words)
      const { invitation, link } = await sentInvitation(opened.store)
      await accept(opened.store, link, invitation, northwind)
      expect(await inFull(northwind.tenantId)).toMatchObject({ ...words, relationshipToPartner: 'reseller' })
      expect(await names({ search: 'the winery', tag: 'vip' })).toEqual(['Northwind Traders'])
    })
  })
